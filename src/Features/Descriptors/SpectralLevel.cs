using Research.Numerics;

namespace Research.Features.Descriptors;

/// <summary>Root mean square of each frame, from its spectrum (Parseval): the window weighs the samples.</summary>
/// <remarks>Oracle: librosa.feature.rms(S=…), through golden_f46_emodb.</remarks>
public static class SpectralLevel
{
    /// <summary>One a frame.</summary>
    public static double[] Of(MagnitudeSpectrogram spectrum) =>
        [.. Enumerable.Range(0, spectrum.Frames).Select(t => Of(spectrum.Values.Row(t), spectrum.FftLength))];

    // Every bin stands for itself and its mirror, but the first, and the last of an even length.
    private static double Of(ReadOnlySpan<double> magnitudes, int length)
    {
        var power = new double[magnitudes.Length];
        for (int k = 0; k < power.Length; k++)
        {
            bool alone = k == 0 || (k == power.Length - 1 && length % 2 == 0);
            power[k] = (alone ? 0.5 : 1) * magnitudes[k] * magnitudes[k];
        }

        return Math.Sqrt(2 * OrderedSum.Of(power)) / length;
    }
}
