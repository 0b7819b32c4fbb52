using Research.Numerics;

namespace Research.Features.Descriptors;

/// <summary>Centroid and bandwidth of each frame's spectrum, its magnitudes taken as a distribution over frequency.</summary>
/// <remarks>
/// Source: Klapuri and Davy (2006), Signal Processing Methods for Music Transcription, ch. 5. Oracle: librosa.feature.spectral_centroid and
/// spectral_bandwidth (p = 2, norm), golden spectral_descriptors_8k, 1e-5 relative. Silence gives 0.
/// </remarks>
public static class SpectralMoments
{
    /// <summary>Σ f·S / Σ S; hertz, one a frame.</summary>
    public static double[] Centroid(MagnitudeSpectrogram spectrum)
    {
        double[] hertz = spectrum.Hertz();
        return [.. Enumerable.Range(0, spectrum.Frames).Select(t => Centroid(spectrum.Values.Row(t), hertz))];
    }

    /// <summary>√(Σ (f − centroid)²·S / Σ S); hertz, one a frame.</summary>
    public static double[] Bandwidth(MagnitudeSpectrogram spectrum)
    {
        double[] hertz = spectrum.Hertz();
        return [.. Enumerable.Range(0, spectrum.Frames).Select(t => Bandwidth(spectrum.Values.Row(t), hertz))];
    }

    private static double Centroid(ReadOnlySpan<double> magnitudes, double[] hertz)
    {
        double sum = OrderedSum.Of(magnitudes);
        return sum > 0 ? OrderedSum.Dot(magnitudes, hertz) / sum : 0;
    }

    private static double Bandwidth(ReadOnlySpan<double> magnitudes, double[] hertz)
    {
        double centroid = Centroid(magnitudes, hertz);
        double sum = OrderedSum.Of(magnitudes);
        double[] squares = [.. hertz.Select(f => (f - centroid) * (f - centroid))];
        return sum > 0 ? Math.Sqrt(OrderedSum.Dot(magnitudes, squares) / sum) : 0;
    }
}
