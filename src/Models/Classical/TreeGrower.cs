using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>Grows one tree: splits until leaves are pure, by Gini impurity, over a random choice of features at each node.</summary>
internal sealed class TreeGrower
{
    private readonly Matrix _rows;
    private readonly IReadOnlyList<int> _classes;
    private readonly int _classCount;
    private readonly int _tried;
    private readonly ThresholdRule _rule;
    private readonly Rng _rng;
    private readonly int[] _features;
    private readonly List<DecisionTree.Node> _nodes = [];

    private TreeGrower(Matrix rows, IReadOnlyList<int> classes, int classCount, int tried, ThresholdRule rule, Rng rng)
    {
        (_rows, _classes, _classCount, _tried, _rule, _rng) = (rows, classes, classCount, tried, rule, rng);
        _features = [.. Enumerable.Range(0, rows.Columns)];
    }

    /// <param name="sample">Rows to grow on, repeated where the bootstrap drew them again.</param>
    /// <param name="tried">Features that are not constant to look at, at each node.</param>
    public static DecisionTree Grow(
        Matrix rows,
        IReadOnlyList<int> classes,
        int classCount,
        int[] sample,
        int tried,
        ThresholdRule rule,
        Rng rng
    )
    {
        var grower = new TreeGrower(rows, classes, classCount, tried, rule, rng);
        grower.Node(sample);
        return new DecisionTree(grower._nodes);
    }

    private int Node(Span<int> sample)
    {
        int index = _nodes.Count;
        double[] counts = Counts(sample);
        _nodes.Add(new(0, 0, 0, 0, Shares(counts, sample.Length)));
        if (counts.Count(count => count > 0) < 2 || Best(sample) is not { } split)
        {
            return index;
        }

        int left = Partition(sample, split);
        int leftNode = Node(sample[..left]);
        int rightNode = Node(sample[left..]);
        _nodes[index] = new(split.Feature, split.Threshold, leftNode, rightNode, null);
        return index;
    }

    private static double[] Shares(double[] counts, int total) => [.. counts.Select(count => count / total)];

    private double[] Counts(ReadOnlySpan<int> sample)
    {
        var counts = new double[_classCount];
        foreach (int i in sample)
        {
            counts[_classes[i]]++;
        }

        return counts;
    }

    // Features in random order, until enough that are not constant were seen.
    private TreeSplit? Best(ReadOnlySpan<int> sample)
    {
        TreeSplit? best = null;
        int seen = 0;
        for (int f = 0; f < _features.Length && seen < _tried; f++)
        {
            int pick = f + _rng.NextInt(_features.Length - f);
            (_features[f], _features[pick]) = (_features[pick], _features[f]);
            TreeSplit? split = ThresholdSearch.Find(_rows, _classes, _classCount, sample, _features[f], _rule, _rng);
            seen += split is null ? 0 : 1;
            best = split is { } found && (best is null || found.Impurity < best.Value.Impurity) ? found : best;
        }

        return best;
    }

    private int Partition(Span<int> sample, TreeSplit split)
    {
        int left = 0;
        for (int i = 0; i < sample.Length; i++)
        {
            if (_rows[sample[i], split.Feature] <= split.Threshold)
            {
                (sample[left], sample[i]) = (sample[i], sample[left]);
                left++;
            }
        }

        return left;
    }
}
