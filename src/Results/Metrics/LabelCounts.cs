using Research.Numerics;

namespace Research.Results.Metrics;

/// <summary>Counts over items that may have several labels, and the figures that follow from them.</summary>
/// <remarks>A ratio with nothing below the line is 0, as scikit-learn with zero_division=0. Oracle: scikit-learn, 1e-12.</remarks>
public sealed class LabelCounts
{
    private readonly int[] _both;
    private readonly int[] _true;
    private readonly int[] _predicted;

    private LabelCounts(int labels) => (_both, _true, _predicted) = (new int[labels], new int[labels], new int[labels]);

    public int Labels => _both.Length;

    public int Items { get; private set; }

    /// <summary>Items all of whose labels are right.</summary>
    public int ExactItems { get; private set; }

    public double SubsetAccuracy => Ratio(ExactItems, Items);

    /// <summary>Share of wrong decisions: Σ(true or predicted, not both) / (items · labels).</summary>
    public double HammingLoss => Ratio(_true.Sum() + _predicted.Sum() - (2 * _both.Sum()), Items * Labels);

    public double MacroPrecision => Mean(Precision);

    public double MacroRecall => Mean(Recall);

    public double MacroF1 => Mean(F1);

    public double MicroPrecision => Ratio(_both.Sum(), _predicted.Sum());

    public double MicroRecall => Ratio(_both.Sum(), _true.Sum());

    public double MicroF1 => Ratio(2 * _both.Sum(), _true.Sum() + _predicted.Sum());

    /// <param name="truth">One row an item; [item][label].</param>
    /// <param name="predicted">Likewise.</param>
    /// <param name="labels">How many labels there are.</param>
    /// <exception cref="ArgumentException">The counts of items differ, or a row has not one flag a label.</exception>
    public static LabelCounts Of(IReadOnlyList<bool[]> truth, IReadOnlyList<bool[]> predicted, int labels)
    {
        if (truth.Count != predicted.Count)
        {
            throw new ArgumentException($"{truth.Count} true rows for {predicted.Count} predictions.", nameof(predicted));
        }

        for (int i = 0; i < truth.Count; i++)
        {
            if (truth[i].Length != labels || predicted[i].Length != labels)
            {
                throw new ArgumentException(
                    $"Item {i} has {truth[i].Length} true and {predicted[i].Length} predicted flags for {labels} labels.",
                    nameof(predicted)
                );
            }
        }

        return Of(truth, predicted, labels, Enumerable.Range(0, truth.Count));
    }

    /// <summary>Items that have the label.</summary>
    public int Support(int label) => _true[label];

    /// <summary>Items that are said to have the label.</summary>
    public int Predicted(int label) => _predicted[label];

    /// <summary>Items that have the label and are said to have it.</summary>
    public int Correct(int label) => _both[label];

    public double Precision(int label) => Ratio(_both[label], _predicted[label]);

    public double Recall(int label) => Ratio(_both[label], _true[label]);

    public double F1(int label) => Ratio(2 * _both[label], _true[label] + _predicted[label]);

    /// <summary>The counts over those items, which may repeat.</summary>
    internal static LabelCounts Of(
        IReadOnlyList<bool[]> truth,
        IReadOnlyList<bool[]> predicted,
        int labels,
        IEnumerable<int> items
    )
    {
        var counts = new LabelCounts(labels);
        foreach (int i in items)
        {
            counts.Add(truth[i], predicted[i]);
        }

        return counts;
    }

    private void Add(bool[] truth, bool[] predicted)
    {
        Items++;
        ExactItems += truth.AsSpan().SequenceEqual(predicted) ? 1 : 0;
        for (int label = 0; label < Labels; label++)
        {
            _true[label] += truth[label] ? 1 : 0;
            _predicted[label] += predicted[label] ? 1 : 0;
            _both[label] += truth[label] && predicted[label] ? 1 : 0;
        }
    }

    private double Mean(Func<int, double> figure) => OrderedSum.Mean([.. Enumerable.Range(0, Labels).Select(figure)]);

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
