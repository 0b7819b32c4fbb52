using Research.Numerics;

namespace Research.Features.Descriptors;

/// <summary>How much like noise a frame's spectrum is: geometric over arithmetic mean of its power, 0 (one tone) to 1 (flat).</summary>
/// <remarks>Source: Johnston (1988), IEEE JSAC 6(2). Oracle: librosa.feature.spectral_flatness, golden spectral_descriptors_8k. Silence gives 1.</remarks>
public static class SpectralFlatness
{
    private const double SmallestPower = 1e-10;

    /// <summary>One a frame.</summary>
    public static double[] Of(MagnitudeSpectrogram spectrum) =>
        [.. Enumerable.Range(0, spectrum.Frames).Select(t => Of(spectrum.Values.Row(t)))];

    private static double Of(ReadOnlySpan<double> magnitudes)
    {
        (var power, var logs) = (new double[magnitudes.Length], new double[magnitudes.Length]);
        for (int k = 0; k < power.Length; k++)
        {
            power[k] = Math.Max(SmallestPower, magnitudes[k] * magnitudes[k]);
            logs[k] = PortableMath.Log(power[k]);
        }

        return PortableMath.Exp(OrderedSum.Mean(logs)) / OrderedSum.Mean(power);
    }
}
