using Research.Results.Statistics;

namespace Research.Results.Metrics;

/// <summary>The metrics of predictions with several labels an item; the values are <see cref="LabelCounts"/>'s.</summary>
/// <remarks>
/// Intervals: Wilson's for subset accuracy and for recall and precision of a label; a bootstrap over items for all others,
/// since the labels of one item depend on each other.
/// </remarks>
public static class MultiLabelMetrics
{
    private static readonly string[] Three = [MetricName.Precision, MetricName.Recall, MetricName.F1];

    /// <summary>Subset accuracy; Hamming loss; precision, recall and F1 of each label, then macro, then micro.</summary>
    /// <param name="truth">One row an item; [item][label], true where the item has the label.</param>
    /// <param name="predicted">Likewise.</param>
    /// <param name="labels">The labels' names.</param>
    /// <exception cref="ArgumentException">The counts of items or labels differ, or there is no item.</exception>
    public static IReadOnlyList<Metric> Of(
        IReadOnlyList<bool[]> truth,
        IReadOnlyList<bool[]> predicted,
        IReadOnlyList<string> labels,
        IntervalSettings settings
    )
    {
        if (truth.Count == 0)
        {
            throw new ArgumentException("Metrics need an item; there is none.", nameof(truth));
        }

        var counts = LabelCounts.Of(truth, predicted, labels.Count);
        double[] values = Resampled(counts);
        Interval[] intervals = Bootstrap.Of(
            truth.Count,
            drawn => Resampled(LabelCounts.Of(truth, predicted, labels.Count, drawn)),
            settings
        );
        Interval exact = Interval.Wilson(counts.ExactItems, counts.Items, settings.Level);
        return
        [
            new(MetricName.SubsetAccuracy, "", counts.SubsetAccuracy, exact),
            new(MetricName.HammingLoss, "", values[0], intervals[0]),
            .. labels.SelectMany((name, label) => OfLabel(counts, label, name, intervals[7 + label], settings.Level)),
            .. Three.Select((name, i) => new Metric(name, MetricName.Macro, values[1 + i], intervals[1 + i])),
            .. Three.Select((name, i) => new Metric(name, MetricName.Micro, values[4 + i], intervals[4 + i])),
        ];
    }

    private static Metric[] OfLabel(LabelCounts counts, int label, string name, Interval f1, double level)
    {
        (int support, int predicted, int correct) = (counts.Support(label), counts.Predicted(label), counts.Correct(label));
        return
        [
            new(MetricName.Precision, name, counts.Precision(label), Interval.OfShare(correct, predicted, level)),
            new(MetricName.Recall, name, counts.Recall(label), Interval.OfShare(correct, support, level)),
            new(MetricName.F1, name, counts.F1(label), support + predicted == 0 ? null : f1),
        ];
    }

    // What the bootstrap has to tell: figures over all labels, then F1 of each label.
    private static double[] Resampled(LabelCounts counts) =>
        [
            counts.HammingLoss,
            counts.MacroPrecision,
            counts.MacroRecall,
            counts.MacroF1,
            counts.MicroPrecision,
            counts.MicroRecall,
            counts.MicroF1,
            .. Enumerable.Range(0, counts.Labels).Select(counts.F1),
        ];
}
