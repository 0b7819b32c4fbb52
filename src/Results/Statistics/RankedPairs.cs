namespace Research.Results.Statistics;

/// <summary>Pairs sorted once, whose rank correlation is then computed for many samples of them without sorting.</summary>
/// <remarks>
/// Sums over ranks are exact: halves and quarters of integers below 2⁵³ for up to 100,000 pairs. Oracle: <see cref="Spearman"/> of
/// the sample written out, equal to the bit. One thread at a time: samples share their working memory.
/// </remarks>
public sealed class RankedPairs
{
    private readonly int[][] _x; // items with equal values, in ascending order of the value
    private readonly int[][] _y;
    private readonly double[] _deviations; // of the items' ranks on the first side
    private readonly double[] _others;

    private RankedPairs(int[][] x, int[][] y, int count) =>
        (_x, _y, _deviations, _others) = (x, y, new double[count], new double[count]);

    /// <exception cref="ArgumentException">The lengths differ, or a value is NaN.</exception>
    public static RankedPairs Of(IReadOnlyList<double> x, IReadOnlyList<double> y) =>
        x.Count == y.Count && !x.Concat(y).Any(double.IsNaN)
            ? new(Sorted(x), Sorted(y), x.Count)
            : throw new ArgumentException(
                $"Rank correlation needs pairs of numbers; there are {x.Count} and {y.Count} values, {x.Concat(y).Count(double.IsNaN)} of them NaN.",
                nameof(y)
            );

    /// <summary>Spearman's ρ of a sample; 0 where a side is constant, which ranks nothing.</summary>
    /// <param name="copies">How often each pair is in the sample.</param>
    public double Correlation(ReadOnlySpan<int> copies)
    {
        SetDeviations(_x, copies, _deviations);
        SetDeviations(_y, copies, _others);
        (double xx, double xy, double yy) = (0, 0, 0);
        for (int i = 0; i < copies.Length; i++)
        {
            xx += copies[i] * _deviations[i] * _deviations[i];
            xy += copies[i] * _deviations[i] * _others[i];
            yy += copies[i] * _others[i] * _others[i];
        }

        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : 0;
    }

    // Mean rank of its ties, less the mean of all ranks.
    private static void SetDeviations(int[][] ties, ReadOnlySpan<int> copies, double[] deviations)
    {
        double mean = (Total(copies) + 1) / 2.0;
        long before = 0;
        foreach (int[] tie in ties)
        {
            long count = 0;
            foreach (int item in tie)
            {
                count += copies[item];
            }

            foreach (int item in tie)
            {
                deviations[item] = before + ((count + 1) / 2.0) - mean;
            }

            before += count;
        }
    }

    private static long Total(ReadOnlySpan<int> copies)
    {
        long total = 0;
        foreach (int count in copies)
        {
            total += count;
        }

        return total;
    }

    private static int[][] Sorted(IReadOnlyList<double> values) =>
        [.. Enumerable.Range(0, values.Count).GroupBy(i => values[i]).OrderBy(tie => tie.Key).Select(tie => tie.ToArray())];
}
