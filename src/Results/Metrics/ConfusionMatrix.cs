namespace Research.Results.Metrics;

/// <summary>Counts of (true class, predicted class), and the figures that follow from them.</summary>
/// <remarks>A ratio with nothing below the line is 0, as scikit-learn with zero_division=0. Oracle: scikit-learn, 1e-12.</remarks>
public sealed class ConfusionMatrix
{
    private readonly int[,] _counts;

    private ConfusionMatrix(int[,] counts) => _counts = counts;

    public int Classes => _counts.GetLength(0);

    public int Total => Enumerable.Range(0, Classes).Sum(Support);

    /// <summary>Rows of that true class predicted as that other.</summary>
    public int this[int truth, int predicted] => _counts[truth, predicted];

    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static ConfusionMatrix Of(IReadOnlyList<int> truth, IReadOnlyList<int> predicted, int classes)
    {
        if (truth.Count != predicted.Count)
        {
            throw new ArgumentException($"{truth.Count} true classes for {predicted.Count} predictions.", nameof(predicted));
        }

        var counts = new int[classes, classes];
        for (int i = 0; i < truth.Count; i++)
        {
            counts[truth[i], predicted[i]]++;
        }

        return new ConfusionMatrix(counts);
    }

    public int Correct => Enumerable.Range(0, Classes).Sum(c => _counts[c, c]);

    public double Accuracy => Ratio(Correct, Total);

    public int Support(int c) => Enumerable.Range(0, Classes).Sum(p => _counts[c, p]);

    public int Predicted(int c) => Enumerable.Range(0, Classes).Sum(t => _counts[t, c]);

    public double Precision(int c) => Ratio(_counts[c, c], Predicted(c));

    public double Recall(int c) => Ratio(_counts[c, c], Support(c));

    public double F1(int c) => Ratio(2 * _counts[c, c], Support(c) + Predicted(c));

    public double MacroPrecision => Mean(Precision);

    public double MacroRecall => Mean(Recall);

    public double MacroF1 => Mean(F1);

    /// <summary>For one label a row, micro precision, recall and F1 all equal the accuracy.</summary>
    public double MicroF1 => Accuracy;

    /// <summary>Mean recall of the classes that occur.</summary>
    public double UnweightedAverageRecall
    {
        get
        {
            double[] recalls = [.. Enumerable.Range(0, Classes).Where(c => Support(c) > 0).Select(Recall)];
            return Numerics.OrderedSum.Mean(recalls);
        }
    }

    private double Mean(Func<int, double> figure) => Numerics.OrderedSum.Mean([.. Enumerable.Range(0, Classes).Select(figure)]);

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
