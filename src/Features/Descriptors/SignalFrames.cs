using Research.Numerics;

namespace Research.Features.Descriptors;

/// <summary>Level and zero crossings of centred frames of the signal itself.</summary>
/// <remarks>Conventions and oracle: librosa.feature.rms (zeros beyond the ends) and zero_crossing_rate (the end samples repeated), golden spectral_descriptors_8k.</remarks>
public static class SignalFrames
{
    private const double Quiet = 1e-10; // below this a sample counts as zero, which is not negative

    /// <summary>√(mean square); one a frame.</summary>
    /// <param name="frameSamples">Samples a frame; frame t is centred on sample t·hop.</param>
    public static double[] RootMeanSquare(double[] samples, int frameSamples, int hopSamples)
    {
        double[] squares = [.. samples.Select(x => x * x)];
        return Frames(squares, frameSamples, hopSamples, 0, 0, frame => Math.Sqrt(OrderedSum.Mean(frame)));
    }

    /// <summary>Changes of sign a sample; one a frame.</summary>
    /// <param name="frameSamples">Samples a frame; frame t is centred on sample t·hop.</param>
    public static double[] ZeroCrossings(double[] samples, int frameSamples, int hopSamples)
    {
        if (samples.Length == 0)
        {
            return [];
        }

        double[] negative = [.. samples.Select(x => x < -Quiet ? 1.0 : 0.0)];
        return Frames(negative, frameSamples, hopSamples, negative[0], negative[^1], Crossings);
    }

    private static double Crossings(double[] negative)
    {
        int crossings = 0;
        for (int i = 1; i < negative.Length; i++)
        {
            crossings += negative[i] == negative[i - 1] ? 0 : 1;
        }

        return (double)crossings / negative.Length;
    }

    private static double[] Frames(
        double[] values,
        int frameSamples,
        int hopSamples,
        double before,
        double after,
        Func<double[], double> measure
    )
    {
        if (frameSamples < 1 || hopSamples < 1)
        {
            throw new ResearchException($"Frames of {frameSamples} samples, hop {hopSamples}: both must be at least 1.");
        }

        int margin = frameSamples / 2;
        int count = 1 + ((values.Length + (2 * margin) - frameSamples) / hopSamples);
        var frame = new double[frameSamples];
        var measured = new double[count];
        for (int t = 0; t < count; t++)
        {
            int start = (t * hopSamples) - margin;
            for (int n = 0; n < frameSamples; n++)
            {
                int place = start + n;
                frame[n] =
                    place < 0 ? before
                    : place < values.Length ? values[place]
                    : after;
            }

            measured[t] = measure(frame);
        }

        return measured;
    }
}
