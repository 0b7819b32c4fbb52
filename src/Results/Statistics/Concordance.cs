using Research.Numerics;

namespace Research.Results.Statistics;

/// <summary>Lin's concordance correlation coefficient: how near pairs lie to the line y = x.</summary>
/// <remarks>
/// 2·s_xy / (s_x² + s_y² + (x̄ − ȳ)²), all with divisor n. Source: Lin (1989), Biometrics 45, eq. 2. Oracle: numpy, 1e-12.
/// Two equal constants agree: 1.
/// </remarks>
public static class Concordance
{
    /// <exception cref="ArgumentException">The lengths differ, or there is no pair.</exception>
    public static double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length || x.Length == 0)
        {
            throw new ArgumentException($"Concordance needs pairs; there are {x.Length} and {y.Length} values.", nameof(y));
        }

        double meanX = OrderedSum.Mean(x);
        double meanY = OrderedSum.Mean(y);
        var products = new double[x.Length];
        for (int i = 0; i < products.Length; i++)
        {
            products[i] = (x[i] - meanX) * (y[i] - meanY);
        }

        double apart = (meanX - meanY) * (meanX - meanY);
        double spread = OrderedSum.Variance(x, 0) + OrderedSum.Variance(y, 0) + apart;
        return spread == 0 ? 1 : 2 * OrderedSum.Mean(products) / spread;
    }
}
