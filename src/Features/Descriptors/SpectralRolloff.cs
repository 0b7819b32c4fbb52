using Research.Numerics;

namespace Research.Features.Descriptors;

/// <summary>The frequency below which a share of a frame's magnitude lies.</summary>
/// <remarks>Source: Scheirer and Slaney (1997), ICASSP. Oracle: librosa.feature.spectral_rolloff, golden spectral_descriptors_8k. Silence gives 0.</remarks>
public static class SpectralRolloff
{
    /// <summary>librosa's share.</summary>
    public const double StandardShare = 0.85;

    /// <summary>Hertz, one a frame.</summary>
    /// <param name="share">Between 0 and 1.</param>
    /// <exception cref="ResearchException">The share is not between 0 and 1.</exception>
    public static double[] Of(MagnitudeSpectrogram spectrum, double share) =>
        share is > 0 and < 1
            ? [.. Enumerable.Range(0, spectrum.Frames).Select(t => spectrum.Hertz(Bin(spectrum.Values.Row(t), share)))]
            : throw new ResearchException(
                FormattableString.Invariant($"A roll-off at {share}: a share between 0 and 1 is needed.")
            );

    private static int Bin(ReadOnlySpan<double> magnitudes, double share)
    {
        var cumulative = new double[magnitudes.Length];
        double sum = 0;
        for (int k = 0; k < cumulative.Length; k++)
        {
            cumulative[k] = sum += magnitudes[k];
        }

        double threshold = share * sum;
        return Array.FindIndex(cumulative, part => part >= threshold);
    }
}
