using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>The threshold on one feature at one node, and the Gini impurity that it leaves.</summary>
internal static class ThresholdSearch
{
    /// <summary>Null where the feature is constant.</summary>
    public static TreeSplit? Find(
        Matrix rows,
        IReadOnlyList<int> classes,
        int classCount,
        ReadOnlySpan<int> sample,
        int feature,
        ThresholdRule rule,
        Rng rng
    )
    {
        var values = new double[sample.Length];
        var labels = new int[sample.Length];
        for (int i = 0; i < sample.Length; i++)
        {
            (values[i], labels[i]) = (rows[sample[i], feature], classes[sample[i]]);
        }

        if (rule == ThresholdRule.Best)
        {
            Array.Sort(values, labels);
            return values[0] < values[^1] ? Best(values, labels, classCount, feature) : null;
        }

        (double low, double high) = (values.Min(), values.Max());
        if (!(low < high))
        {
            return null;
        }

        double threshold = rng.NextDouble(low, high);
        return AtRandom(values, labels, classCount, feature, threshold < high ? threshold : low); // rounding must not empty a side
    }

    // One pass over the sorted values; a threshold lies half-way between two different ones.
    private static TreeSplit Best(double[] values, int[] labels, int classCount, int feature)
    {
        var left = new long[classCount];
        var right = new long[classCount];
        foreach (int label in labels)
        {
            right[label]++;
        }

        (long leftSquares, long rightSquares) = (0, right.Sum(count => count * count));
        TreeSplit best = new(feature, 0, double.PositiveInfinity);
        for (int i = 0; i + 1 < values.Length; i++)
        {
            int c = labels[i];
            leftSquares += (2 * left[c]++) + 1;
            rightSquares -= (2 * right[c]--) - 1;
            if (values[i] < values[i + 1])
            {
                double impurity = Impurity(leftSquares, i + 1, rightSquares, values.Length - i - 1);
                if (impurity < best.Impurity)
                {
                    double middle = (values[i] / 2) + (values[i + 1] / 2);
                    best = new(feature, middle < values[i + 1] ? middle : values[i], impurity);
                }
            }
        }

        return best;
    }

    private static TreeSplit AtRandom(double[] values, int[] labels, int classCount, int feature, double threshold)
    {
        var left = new long[classCount];
        var right = new long[classCount];
        for (int i = 0; i < values.Length; i++)
        {
            (values[i] <= threshold ? left : right)[labels[i]]++;
        }

        double impurity = Impurity(left.Sum(count => count * count), left.Sum(), right.Sum(count => count * count), right.Sum());
        return new(feature, threshold, impurity);
    }

    // Gini: n_left·(1 − Σp²) + n_right·(1 − Σp²), up to the constant n.
    private static double Impurity(long leftSquares, long left, long rightSquares, long right) =>
        -(((double)leftSquares / Math.Max(left, 1)) + ((double)rightSquares / Math.Max(right, 1)));
}

/// <summary>A question and the impurity after it (lower is better).</summary>
internal readonly record struct TreeSplit(int Feature, double Threshold, double Impurity);
