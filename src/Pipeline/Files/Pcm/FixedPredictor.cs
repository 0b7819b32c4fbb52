namespace Research.Pipeline.Files.Pcm;

/// <summary>Predicts a sample by the polynomial through those before it: RFC 9639, section 9.2.5.</summary>
internal static class FixedPredictor
{
    public const int MostOrder = 4;

    /// <summary>The order that leaves the smallest residuals, by the sum of their magnitudes.</summary>
    /// <param name="samples">With at least four samples before the block.</param>
    /// <param name="start">First sample of the block.</param>
    public static int BestOrder(ReadOnlySpan<int> samples, int start)
    {
        (long zero, long one, long two, long three, long four) = (0, 0, 0, 0, 0);
        ReadOnlySpan<int> before = samples.Slice(start - MostOrder, MostOrder);
        int last0 = before[3];
        int last1 = before[3] - before[2];
        int last2 = last1 - (before[2] - before[1]);
        int last3 = last2 - (before[2] - (2 * before[1]) + before[0]);
        foreach (int sample in samples[start..])
        {
            // Each order's residual is the difference of the order's below.
            int residual1 = sample - last0;
            int residual2 = residual1 - last1;
            int residual3 = residual2 - last2;
            int residual4 = residual3 - last3;
            (last0, last1, last2, last3) = (sample, residual1, residual2, residual3);
            zero += Math.Abs(sample);
            one += Math.Abs(residual1);
            two += Math.Abs(residual2);
            three += Math.Abs(residual3);
            four += Math.Abs(residual4);
        }

        ReadOnlySpan<long> sums = [zero, one, two, three, four];
        int best = 0;
        for (int order = 1; order < sums.Length; order++)
        {
            best = sums[order] < sums[best] ? order : best;
        }

        return best;
    }

    /// <summary>What each sample of the block differs by from its prediction, folded.</summary>
    public static void Residuals(int order, ReadOnlySpan<int> samples, int start, Span<uint> folded)
    {
        for (int n = 0; n < folded.Length; n++)
        {
            folded[n] = RicePlan.Fold(samples[start + n] - Predict(order, samples, start + n));
        }
    }

    /// <summary>Adds the predictions to the residuals of a block, in place.</summary>
    public static void Restore(int order, Span<int> samples, int start, int count)
    {
        for (int n = start; n < start + count; n++)
        {
            samples[n] += Predict(order, samples, n);
        }
    }

    private static int Predict(int order, ReadOnlySpan<int> x, int n) =>
        unchecked(
            order switch
            {
                0 => 0,
                1 => x[n - 1],
                2 => (2 * x[n - 1]) - x[n - 2],
                3 => (3 * x[n - 1]) - (3 * x[n - 2]) + x[n - 3],
                _ => (4 * x[n - 1]) - (6 * x[n - 2]) + (4 * x[n - 3]) - x[n - 4],
            }
        );
}
