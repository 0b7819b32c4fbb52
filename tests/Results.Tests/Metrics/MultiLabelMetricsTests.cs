using System.Text.Json;
using Research.Results.Metrics;
using Research.Results.Statistics;
using Research.Tests;

namespace Research.Results.Tests.Metrics;

// Oracle: scikit-learn and scipy, tests/Golden/make_metrics.py.
public class MultiLabelMetricsTests
{
    private static readonly JsonElement Oracle = Golden.Json("metrics.json").GetProperty("multi_label");
    private static readonly string[] Labels = ["rock", "jazz", "blues", "opera", "pop"];
    private static readonly bool[][] Truth = Flags("truth");
    private static readonly bool[][] Predicted = Flags("predicted");

    [Fact]
    public void Every_value_matches_scikit_learns()
    {
        IReadOnlyList<Metric> metrics = MultiLabelMetrics.Of(Truth, Predicted, Labels, IntervalSettings.Standard);
        Assert.Equal(2 + (5 * 3) + 6, metrics.Count);
        AssertValue(Oracle, "subset_accuracy", metrics.Named("subset_accuracy"));
        AssertValue(Oracle, "hamming_loss", metrics.Named("hamming_loss"));
        JsonElement[] perLabel = [.. Oracle.GetProperty("per_label").EnumerateArray()];
        foreach (string name in (string[])["precision", "recall", "f1"])
        {
            AssertValue(Oracle.GetProperty("macro"), name, metrics.Named(name, "macro"));
            AssertValue(Oracle.GetProperty("micro"), name, metrics.Named(name, "micro"));
            Assert.All(Labels, (label, i) => AssertValue(perLabel[i], name, metrics.Named(name, label)));
        }
    }

    [Fact]
    public void Bootstrapped_intervals_match_the_oracle()
    {
        IntervalSettings many = IntervalSettings.Standard with { Resamples = 4_000 };
        IReadOnlyList<Metric> metrics = MultiLabelMetrics.Of(Truth, Predicted, Labels, many);
        JsonElement intervals = Oracle.GetProperty("intervals");
        MetricList.AssertNear(intervals.GetProperty("hamming_loss"), metrics.Named("hamming_loss").Interval, 0.1); // steps of 1/200
        MetricList.AssertNear(intervals.GetProperty("macro_f1"), metrics.Named("f1", "macro").Interval, 0.06);
        MetricList.AssertNear(intervals.GetProperty("micro_f1"), metrics.Named("f1", "micro").Interval, 0.06);
    }

    [Fact]
    public void Shares_of_items_have_Wilsons_interval()
    {
        var counts = LabelCounts.Of(Truth, Predicted, 5);
        IReadOnlyList<Metric> metrics = MultiLabelMetrics.Of(Truth, Predicted, Labels, IntervalSettings.Standard);
        Assert.Equal(Interval.Wilson(counts.ExactItems, 40, 0.95), metrics.Named("subset_accuracy").Interval);
        Interval recall = Interval.Wilson(counts.Correct(1), counts.Support(1), 0.95);
        Assert.Equal(recall, metrics.Named("recall", "jazz").Interval);
        Interval precision = Interval.Wilson(counts.Correct(1), counts.Predicted(1), 0.95);
        Assert.Equal(precision, metrics.Named("precision", "jazz").Interval);
        Assert.Null(metrics.Named("precision", "opera").Interval); // never predicted
    }

    [Fact]
    public void Each_label_has_the_interval_of_its_own_F1()
    {
        bool[][] truth = [.. Enumerable.Range(0, 40).Select(i => new[] { i % 2 == 0, i % 3 == 0 })];
        bool[][] predicted = [.. truth.Select((row, i) => new[] { row[0], i % 4 == 0 })];
        IReadOnlyList<Metric> metrics = MultiLabelMetrics.Of(truth, predicted, ["right", "wrong"], IntervalSettings.Standard);
        Assert.Equal(new Interval(1, 1), metrics.Named("f1", "right").Interval);
        Assert.InRange(metrics.Named("f1", "wrong").Interval!.High, 0.2, 0.7);
    }

    [Fact]
    public void Counts_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() =>
            LabelCounts.Of(
                [
                    [true],
                ],
                [],
                1
            )
        );
        ArgumentException refused = Assert.Throws<ArgumentException>(() =>
            LabelCounts.Of(
                [
                    [true],
                    [true],
                ],
                [
                    [true],
                    [true, false],
                ],
                1
            )
        );
        Assert.StartsWith("Item 1 has 1 true and 2 predicted flags for 1 labels.", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => MultiLabelMetrics.Of([], [], ["one"], IntervalSettings.Standard));
    }

    private static void AssertValue(JsonElement oracle, string name, Metric metric) =>
        Assert.Equal(oracle.Number(name), metric.Value!.Value, 1e-12);

    private static bool[][] Flags(string name) =>
        [.. Oracle.GetProperty(name).EnumerateArray().Select(row => row.Integers().Select(flag => flag == 1).ToArray())];
}
