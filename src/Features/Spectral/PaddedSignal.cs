using Research.Numerics;

namespace Research.Features.Spectral;

/// <summary>A signal with what lies before and after it, ready to be cut into frames.</summary>
internal static class PaddedSignal
{
    public static double[] Of(double[] samples, StftSettings settings)
    {
        if (settings.Padding == Padding.None)
        {
            return samples.Length >= settings.FftLength
                ? samples
                : throw new ResearchException(
                    $"The signal has {samples.Length} samples where an unpadded frame needs {settings.FftLength}; use zero or reflection padding."
                );
        }

        int margin = settings.FftLength / 2;
        if (settings.Padding == Padding.Reflection && samples.Length < 2)
        {
            throw new ResearchException("Reflection padding needs at least two samples; use zero padding.");
        }

        var padded = new double[samples.Length + (2 * margin)];
        for (int i = 0; i < padded.Length; i++)
        {
            int source = i - margin;
            bool inside = source >= 0 && source < samples.Length;
            padded[i] =
                inside ? samples[source]
                : settings.Padding == Padding.Zero ? 0
                : samples[Mirror(source, samples.Length)];
        }

        return padded;
    }

    // … 2 1 | 0 1 2 … n−1 | n−2 …, repeated with period 2(n − 1), as numpy.pad's 'reflect'.
    private static int Mirror(int index, int length)
    {
        int period = 2 * (length - 1);
        int folded = ((index % period) + period) % period;
        return folded < length ? folded : period - folded;
    }
}
