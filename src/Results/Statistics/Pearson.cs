using Research.Numerics;

namespace Research.Results.Statistics;

/// <summary>Pearson's correlation: r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² Σ(y − ȳ)²).</summary>
/// <remarks>Oracle: scipy.stats.pearsonr, 1e-12.</remarks>
public static class Pearson
{
    /// <returns>NaN where one side is constant; else between −1 and 1, up to the last digit.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"A correlation needs pairs; there are {x.Length} and {y.Length} values.", nameof(y));
        }

        double[] deviationX = Deviations(x);
        double[] deviationY = Deviations(y);
        double norm = Math.Sqrt(OrderedSum.Dot(deviationX, deviationX) * OrderedSum.Dot(deviationY, deviationY));
        return OrderedSum.Dot(deviationX, deviationY) / norm;
    }

    private static double[] Deviations(ReadOnlySpan<double> values)
    {
        double mean = OrderedSum.Mean(values);
        var deviations = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            deviations[i] = values[i] - mean;
        }

        return deviations;
    }
}
