using Research.Results.Statistics;

namespace Research.Results.Metrics;

/// <summary>The metrics of predictions with one class an item; the values are <see cref="ConfusionMatrix"/>'s.</summary>
/// <remarks>
/// Intervals: Wilson's for accuracy and for recall and precision of a class; a bootstrap over items for means over classes and for F1.
/// </remarks>
public static class ClassificationMetrics
{
    private static readonly string[] Three = [MetricName.Precision, MetricName.Recall, MetricName.F1];

    /// <summary>Accuracy; unweighted average recall; precision, recall and F1 of each class, then macro, then micro.</summary>
    /// <param name="truth">The true class of each item, an index into <paramref name="classes"/>.</param>
    /// <param name="predicted">The predicted class of each item.</param>
    /// <param name="classes">The classes' names.</param>
    /// <exception cref="ArgumentException">The lengths differ, or there is no item.</exception>
    public static IReadOnlyList<Metric> Of(
        IReadOnlyList<int> truth,
        IReadOnlyList<int> predicted,
        IReadOnlyList<string> classes,
        IntervalSettings settings
    )
    {
        if (truth.Count == 0)
        {
            throw new ArgumentException("Metrics need an item; there is none.", nameof(truth));
        }

        var matrix = ConfusionMatrix.Of(truth, predicted, classes.Count);
        double[] values = Resampled(matrix);
        Interval[] intervals = Bootstrap.Of(
            truth.Count,
            drawn => Resampled(Drawn(truth, predicted, classes.Count, drawn)),
            settings
        );
        Interval accuracy = Interval.Wilson(matrix.Correct, matrix.Total, settings.Level);
        return
        [
            new(MetricName.Accuracy, "", matrix.Accuracy, accuracy),
            new(MetricName.UnweightedAverageRecall, "", values[0], intervals[0]),
            .. classes.SelectMany((name, c) => OfClass(matrix, c, name, intervals[4 + c], settings.Level)),
            .. Three.Select((name, i) => new Metric(name, MetricName.Macro, values[1 + i], intervals[1 + i])),
            .. Three.Select(name => new Metric(name, MetricName.Micro, matrix.MicroF1, accuracy)),
        ];
    }

    private static Metric[] OfClass(ConfusionMatrix matrix, int c, string name, Interval f1, double level)
    {
        (int support, int predicted, int correct) = (matrix.Support(c), matrix.Predicted(c), matrix[c, c]);
        return
        [
            new(MetricName.Precision, name, matrix.Precision(c), Interval.OfShare(correct, predicted, level)),
            new(MetricName.Recall, name, matrix.Recall(c), Interval.OfShare(correct, support, level)),
            new(MetricName.F1, name, matrix.F1(c), support + predicted == 0 ? null : f1),
        ];
    }

    // What the bootstrap has to tell: the means over classes, then F1 of each class.
    private static double[] Resampled(ConfusionMatrix matrix) =>
        [
            matrix.UnweightedAverageRecall,
            matrix.MacroPrecision,
            matrix.MacroRecall,
            matrix.MacroF1,
            .. Enumerable.Range(0, matrix.Classes).Select(matrix.F1),
        ];

    private static ConfusionMatrix Drawn(IReadOnlyList<int> truth, IReadOnlyList<int> predicted, int classes, int[] drawn) =>
        ConfusionMatrix.Of([.. drawn.Select(i => truth[i])], [.. drawn.Select(i => predicted[i])], classes);
}
