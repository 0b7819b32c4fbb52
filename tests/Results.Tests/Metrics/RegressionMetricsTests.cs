using System.Text.Json;
using Research.Results.Metrics;
using Research.Results.Statistics;
using Research.Tests;

namespace Research.Results.Tests.Metrics;

// Oracle: scikit-learn, scipy and numpy, tests/Golden/make_metrics.py.
public class RegressionMetricsTests
{
    private static readonly string[] Names = ["mse", "rmse", "mae", "r2", "pearson", "spearman", "ccc"];
    private static readonly JsonElement[] Oracle = [.. Golden.Json("metrics.json").GetProperty("regression").EnumerateArray()];

    [Fact]
    public void Every_value_matches_the_oracle()
    {
        foreach (JsonElement item in Oracle)
        {
            IReadOnlyList<Metric> metrics = Of(item, IntervalSettings.Standard);
            Assert.Equal(Names, metrics.Select(metric => metric.Name));
            Assert.All(metrics, metric => Assert.Equal(item.Number(metric.Name), metric.Value!.Value, 1e-11));
        }
    }

    [Fact]
    public void Intervals_of_correlations_match_the_oracle()
    {
        foreach (JsonElement item in Oracle)
        {
            IReadOnlyList<Metric> metrics = Of(item, IntervalSettings.Standard);
            JsonElement intervals = item.GetProperty("intervals");
            MetricList.AssertNear(intervals.GetProperty("pearson"), metrics.Named("pearson").Interval, 1e-9);
            MetricList.AssertNear(intervals.GetProperty("spearman"), metrics.Named("spearman").Interval, 1e-9);
        }
    }

    [Fact]
    public void Bootstrapped_intervals_match_the_oracle()
    {
        foreach (JsonElement item in Oracle)
        {
            IReadOnlyList<Metric> metrics = Of(item, IntervalSettings.Standard with { Resamples = 4_000 });
            foreach (string name in (string[])["mse", "mae", "ccc"])
            {
                MetricList.AssertNear(item.GetProperty("intervals").GetProperty(name), metrics.Named(name).Interval, 0.05);
            }

            Interval squared = metrics.Named("mse").Interval!;
            Interval root = metrics.Named("rmse").Interval!;
            Assert.Equal(Math.Sqrt(squared.High), root.High, 1e-3);
        }
    }

    [Fact]
    public void A_constant_correlates_with_nothing()
    {
        IReadOnlyList<Metric> metrics = RegressionMetrics.Of([1, 2, 3, 4], [2, 2, 2, 2], IntervalSettings.Standard);
        Assert.Null(metrics.Named("pearson").Value);
        Assert.Null(metrics.Named("spearman").Value);
        Assert.Equal(0, metrics.Named("ccc").Value);
        Assert.Equal(-0.2, metrics.Named("r2").Value!.Value, 1e-12);
    }

    [Fact]
    public void Of_a_constant_truth_R_squared_is_one_or_zero_as_scikit_learns()
    {
        Assert.Equal(1, RegressionErrors.Of([0.1, 0.1, 0.1], [0.1, 0.1, 0.1]).RSquared);
        Assert.Equal(0, RegressionErrors.Of([0.1, 0.1, 0.1], [0.1, 0.2, 0.1]).RSquared);
    }

    [Fact]
    public void What_has_no_answer_is_refused()
    {
        Assert.Throws<ArgumentException>(() => RegressionMetrics.Of([], [], IntervalSettings.Standard));
        Assert.Throws<ArgumentException>(() => RegressionMetrics.Of([1, 2], [1], IntervalSettings.Standard));
        ArgumentException refused = Assert.Throws<ArgumentException>(() =>
            RegressionMetrics.Of([1, double.NaN], [1, 2], IntervalSettings.Standard)
        );
        Assert.StartsWith("Value 1 is NaN", refused.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Metric> Of(JsonElement item, IntervalSettings settings) =>
        RegressionMetrics.Of(item.GetProperty("truth").Numbers(), item.GetProperty("predicted").Numbers(), settings);
}
