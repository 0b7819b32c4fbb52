using System.Text.Json;
using Research.Results.Metrics;
using Research.Results.Statistics;
using Research.Tests;

namespace Research.Results.Tests.Metrics;

// Oracle of the intervals: scipy and scikit-learn, tests/Golden/make_metrics.py.
public class ClassificationMetricsTests
{
    private static readonly string[] Classes = ["anger", "fear", "sadness"];

    [Fact]
    public void Values_are_the_confusion_matrixs_to_the_bit()
    {
        (int[] truth, int[] predicted, _) = Oracle();
        var matrix = ConfusionMatrix.Of(truth, predicted, 3);
        IReadOnlyList<Metric> metrics = ClassificationMetrics.Of(truth, predicted, Classes, IntervalSettings.Standard);
        Assert.Equal(2 + (3 * 3) + 6, metrics.Count);
        Assert.Equal(matrix.Accuracy, metrics.Named("accuracy").Value);
        Assert.Equal(matrix.UnweightedAverageRecall, metrics.Named("uar").Value);
        for (int c = 0; c < 3; c++)
        {
            Assert.Equal(matrix.Precision(c), metrics.Named("precision", Classes[c]).Value);
            Assert.Equal(matrix.Recall(c), metrics.Named("recall", Classes[c]).Value);
            Assert.Equal(matrix.F1(c), metrics.Named("f1", Classes[c]).Value);
        }

        Assert.Equal(matrix.MacroPrecision, metrics.Named("precision", "macro").Value);
        Assert.Equal(matrix.MacroRecall, metrics.Named("recall", "macro").Value);
        Assert.Equal(matrix.MacroF1, metrics.Named("f1", "macro").Value);
        Assert.All(["precision", "recall", "f1"], name => Assert.Equal(matrix.Accuracy, metrics.Named(name, "micro").Value));
    }

    [Fact]
    public void Shares_have_Wilsons_interval()
    {
        (int[] truth, int[] predicted, _) = Oracle();
        var matrix = ConfusionMatrix.Of(truth, predicted, 3);
        IReadOnlyList<Metric> metrics = ClassificationMetrics.Of(truth, predicted, Classes, IntervalSettings.Standard);
        Assert.Equal(Interval.Wilson(matrix.Correct, 90, 0.95), metrics.Named("accuracy").Interval);
        Assert.Equal(Interval.Wilson(matrix[1, 1], matrix.Support(1), 0.95), metrics.Named("recall", "fear").Interval);
        Assert.Equal(Interval.Wilson(matrix[1, 1], matrix.Predicted(1), 0.95), metrics.Named("precision", "fear").Interval);
    }

    [Fact]
    public void Bootstrapped_intervals_match_the_oracle()
    {
        (int[] truth, int[] predicted, JsonElement intervals) = Oracle();
        IntervalSettings many = IntervalSettings.Standard with { Resamples = 4_000 };
        IReadOnlyList<Metric> metrics = ClassificationMetrics.Of(truth, predicted, Classes, many);
        MetricList.AssertNear(intervals.GetProperty("uar"), metrics.Named("uar").Interval, 0.05);
        MetricList.AssertNear(intervals.GetProperty("macro_f1"), metrics.Named("f1", "macro").Interval, 0.05);
    }

    [Fact]
    public void Each_class_has_the_interval_of_its_own_F1()
    {
        int[] truth = [.. Enumerable.Range(0, 60).Select(i => i % 3)];
        int[] predicted = [.. truth.Select((c, i) => c == 1 && i % 2 == 0 ? 2 : c)]; // anger is always right
        IReadOnlyList<Metric> metrics = ClassificationMetrics.Of(truth, predicted, Classes, IntervalSettings.Standard);
        Assert.Equal(new Interval(1, 1), metrics.Named("f1", "anger").Interval);
        Assert.All(
            ["fear", "sadness"],
            name =>
            {
                Metric f1 = metrics.Named("f1", name);
                Assert.True(f1.Interval!.Contains(f1.Value!.Value) && f1.Interval.Low > 0.2 && f1.Interval.High < 0.95);
            }
        );
    }

    [Fact]
    public void A_class_that_never_occurs_has_no_interval()
    {
        IReadOnlyList<Metric> metrics = ClassificationMetrics.Of([0, 1, 0], [0, 0, 0], Classes, IntervalSettings.Standard);
        Assert.Equal(0, metrics.Named("recall", "sadness").Value);
        Assert.Null(metrics.Named("recall", "sadness").Interval);
        Assert.Null(metrics.Named("f1", "sadness").Interval);
        Assert.Null(metrics.Named("precision", "fear").Interval);
        Assert.NotNull(metrics.Named("recall", "fear").Interval);
    }

    [Fact]
    public void No_item_is_refused() =>
        Assert.Throws<ArgumentException>(() => ClassificationMetrics.Of([], [], Classes, IntervalSettings.Standard));

    private static (int[] Truth, int[] Predicted, JsonElement Intervals) Oracle()
    {
        JsonElement oracle = Golden.Json("metrics.json").GetProperty("classification");
        return (
            oracle.GetProperty("truth").Integers(),
            oracle.GetProperty("predicted").Integers(),
            oracle.GetProperty("intervals")
        );
    }
}
