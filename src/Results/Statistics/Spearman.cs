using Research.Numerics.Distributions;

namespace Research.Results.Statistics;

/// <summary>Spearman's rank correlation; tied values share their mean rank.</summary>
/// <remarks>p by t = ρ·√((n − 2)/(1 − ρ²)) with n − 2 degrees. Source: Spearman (1904). Oracle: scipy.stats.spearmanr, 1e-9.</remarks>
public sealed record Spearman(double Rho, double PValue)
{
    /// <exception cref="ArgumentException">The lengths differ, there are fewer than three pairs, or one side is constant.</exception>
    public static Spearman Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count != y.Count || x.Count < 3)
        {
            throw new ArgumentException($"Rank correlation needs three pairs or more; there are {x.Count} and {y.Count} values.");
        }

        double rho = Pearson.Of(Ranks(x), Ranks(y));
        if (!double.IsFinite(rho))
        {
            throw new ArgumentException("Rank correlation of a constant is undefined.");
        }

        int degrees = x.Count - 2;
        double rest = 1 - (rho * rho);
        double p = rest <= 0 ? 0 : IncompleteBeta.Of(degrees / 2.0, 0.5, rest); // = P(|T| ≥ t)
        return new(rho, p);
    }

    private static double[] Ranks(IReadOnlyList<double> values)
    {
        int[] order = [.. Enumerable.Range(0, values.Count).OrderBy(i => values[i])];
        var ranks = new double[values.Count];
        for (int start = 0; start < order.Length; )
        {
            int end = start;
            while (end < order.Length && values[order[end]] == values[order[start]])
            {
                end++;
            }

            for (int i = start; i < end; i++)
            {
                ranks[order[i]] = (start + end + 1) / 2.0;
            }

            start = end;
        }

        return ranks;
    }
}
