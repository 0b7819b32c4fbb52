using Research.Results.Statistics;

namespace Research.Results.Metrics;

/// <summary>The metrics of predicted real values: <see cref="RegressionErrors"/>, Pearson, Spearman and concordance.</summary>
/// <remarks>Intervals: Fisher's z for Pearson and Spearman; a bootstrap over items for all others.</remarks>
public static class RegressionMetrics
{
    /// <summary>Mean squared error, its root, mean absolute error, R², Pearson, Spearman, concordance.</summary>
    /// <remarks>A correlation of a constant, or of fewer than three pairs, has no value.</remarks>
    /// <exception cref="ArgumentException">The lengths differ, there is no item, or a value is not finite.</exception>
    public static IReadOnlyList<Metric> Of(
        IReadOnlyList<double> truth,
        IReadOnlyList<double> predicted,
        IntervalSettings settings
    )
    {
        (double[] t, double[] p) = (Finite(truth), Finite(predicted));
        double[] values = Resampled(t, p);
        Interval[] intervals = Bootstrap.Of(
            t.Length,
            drawn => Resampled([.. drawn.Select(i => t[i])], [.. drawn.Select(i => p[i])]),
            settings
        );
        string[] errors =
        [
            MetricName.MeanSquaredError,
            MetricName.RootMeanSquaredError,
            MetricName.MeanAbsoluteError,
            MetricName.RSquared,
        ];
        return
        [
            .. errors.Select((name, i) => new Metric(name, "", values[i], intervals[i])),
            .. Correlations(t, p, settings.Level),
            new(MetricName.Concordance, "", values[^1], intervals[^1]),
        ];
    }

    private static Metric[] Correlations(double[] truth, double[] predicted, double level)
    {
        if (truth.Length < 3 || truth.Distinct().Count() == 1 || predicted.Distinct().Count() == 1)
        {
            return [new(MetricName.Pearson, "", null, null), new(MetricName.Spearman, "", null, null)];
        }

        double pearson = Pearson.Of(truth, predicted);
        double spearman = Spearman.Of(truth, predicted).Rho;
        return
        [
            new(MetricName.Pearson, "", pearson, FisherZ.OfPearson(pearson, truth.Length, level)),
            new(MetricName.Spearman, "", spearman, FisherZ.OfSpearman(spearman, truth.Length, level)),
        ];
    }

    private static double[] Resampled(double[] truth, double[] predicted)
    {
        var errors = RegressionErrors.Of(truth, predicted);
        double concordance = Concordance.Of(truth, predicted);
        return [errors.MeanSquared, errors.RootMeanSquared, errors.MeanAbsolute, errors.RSquared, concordance];
    }

    private static double[] Finite(IReadOnlyList<double> values)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException($"Value {i} is {values[i]}; metrics need finite values.", nameof(values));
            }
        }

        return [.. values];
    }
}
