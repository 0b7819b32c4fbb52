using System.Text.Json;
using Research.Results.Metrics;
using Research.Results.Statistics;
using Research.Tests;

namespace Research.Results.Tests.Metrics;

/// <summary>Finds a metric in a list, and compares intervals with an oracle's.</summary>
internal static class MetricList
{
    public static Metric Named(this IEnumerable<Metric> metrics, string name, string of = "") =>
        metrics.Single(metric => metric.Name == name && metric.Class == of);

    /// <summary>Both ends lie within a share of the oracle's width: for a bootstrap, the noise of the draws.</summary>
    public static void AssertNear(JsonElement oracle, Interval? interval, double share)
    {
        (double low, double high) = (oracle.Number("low"), oracle.Number("high"));
        double tolerance = share * (high - low);
        Assert.NotNull(interval);
        Assert.Equal(low, interval.Low, tolerance);
        Assert.Equal(high, interval.High, tolerance);
    }
}
