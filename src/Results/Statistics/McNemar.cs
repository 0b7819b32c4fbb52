using Research.Numerics;
using Research.Numerics.Distributions;

namespace Research.Results.Statistics;

/// <summary>Do two classifiers err differently on the same items? McNemar's exact test (McNemar, 1947).</summary>
/// <remarks>p = P(|X − n/2| ≥ |b − n/2|), X binomial(n = b + c, ½); 1 where they never differ. Oracle: scipy.stats.binomtest, 1e-12.</remarks>
/// <param name="OnlyFirst">Items that only the first classifier has right.</param>
/// <param name="OnlySecond">Items that only the second has right.</param>
/// <param name="PValue">Two-sided.</param>
public sealed record McNemar(int OnlyFirst, int OnlySecond, double PValue)
{
    private const double LogTwo = 0.6931471805599453;

    public static McNemar Of(IReadOnlyList<int> truth, IReadOnlyList<int> first, IReadOnlyList<int> second)
    {
        int onlyFirst = Enumerable.Range(0, truth.Count).Count(i => first[i] == truth[i] && second[i] != truth[i]);
        int onlySecond = Enumerable.Range(0, truth.Count).Count(i => first[i] != truth[i] && second[i] == truth[i]);
        return new(onlyFirst, onlySecond, Exact(onlyFirst, onlySecond));
    }

    internal static double Exact(int b, int c)
    {
        int n = b + c;
        var tail = new double[Math.Min(b, c) + 1];
        for (int k = 0; k < tail.Length; k++)
        {
            double log = LogGamma.Of(n + 1) - LogGamma.Of(k + 1) - LogGamma.Of(n - k + 1) - (n * LogTwo);
            tail[k] = PortableMath.Exp(log);
        }

        return b == c ? 1 : Math.Min(1, 2 * OrderedSum.Of(tail));
    }
}
