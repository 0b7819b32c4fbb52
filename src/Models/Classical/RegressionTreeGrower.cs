using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>Grows one tree: splits until leaves are pure or small, by least squares, over a random choice of features in each node.</summary>
/// <remarks>A node is a range of places, the same in the order of each feature; a split parts every order and keeps it sorted.</remarks>
internal sealed class RegressionTreeGrower
{
    private readonly SortedFeatures _sorted;
    private readonly int[][] _order;
    private readonly double[] _deviations;
    private readonly double _level;
    private readonly int[] _copies;
    private readonly RegressionForestSettings _settings;
    private readonly Rng _rng;
    private readonly int[] _features;
    private readonly int[] _right;
    private readonly List<RegressionTree.Node> _nodes = [];

    private RegressionTreeGrower(
        SortedFeatures sorted,
        double[] targets,
        int[] copies,
        RegressionForestSettings settings,
        Rng rng
    )
    {
        (_sorted, _copies, _settings, _rng) = (sorted, copies, settings, rng);
        _order = sorted.OrderOf(copies);
        _level = OrderedSum.Mean(targets);
        _deviations = [.. targets.Select(target => target - _level)]; // near 0, so that sums of squares do not cancel
        _features = [.. Enumerable.Range(0, _order.Length)];
        _right = new int[_order[0].Length];
    }

    /// <param name="copies">How often each row is in the tree's sample.</param>
    public static RegressionTree Grow(
        SortedFeatures sorted,
        double[] targets,
        int[] copies,
        RegressionForestSettings settings,
        Rng rng
    )
    {
        var grower = new RegressionTreeGrower(sorted, targets, copies, settings, rng);
        grower.GrowAll();
        return new([.. grower._nodes]);
    }

    // Depth first, left before right, without recursion: a tree may be as deep as there are rows.
    private void GrowAll()
    {
        var open = new Stack<Place>();
        open.Push(new(0, _order[0].Length, -1));
        while (open.TryPop(out Place place))
        {
            int index = _nodes.Count;
            NodeTargets node = TargetsOf(place);
            _nodes.Add(RegressionTree.Node.Leaf(_level + (node.Sum / node.Count)));
            if (place.RightOf >= 0)
            {
                _nodes[place.RightOf] = _nodes[place.RightOf] with { Right = index };
            }

            if (IsPure(place) || Best(place, node) is not { } split)
            {
                continue;
            }

            int middle = Part(place, split);
            _nodes[index] = new(split.Feature, split.Threshold, index + 1, 0, 0);
            open.Push(new(middle, place.End, index));
            open.Push(new(place.Start, middle, -1));
        }
    }

    private NodeTargets TargetsOf(Place place)
    {
        (double sum, long count) = (0, 0);
        foreach (int row in _order[0].AsSpan(place.Start, place.Length))
        {
            sum += _copies[row] * _deviations[row];
            count += _copies[row];
        }

        return new(_deviations, _copies, sum, count);
    }

    private bool IsPure(Place place)
    {
        ReadOnlySpan<int> rows = _order[0].AsSpan(place.Start, place.Length);
        double first = _deviations[rows[0]];
        for (int i = 1; i < rows.Length; i++)
        {
            if (_deviations[rows[i]] != first)
            {
                return false;
            }
        }

        return true;
    }

    // Features in random order, until enough that can be split were seen.
    private VarianceSplit? Best(Place place, NodeTargets node)
    {
        int tried = Math.Max(1, (int)(_settings.FeatureShare * _features.Length));
        VarianceSplit? best = null;
        for (int f = 0; f < _features.Length && tried > 0; f++)
        {
            int pick = f + _rng.NextInt(_features.Length - f);
            (_features[f], _features[pick]) = (_features[pick], _features[f]);
            VarianceSplit? split = Of(_features[f], place, node);
            tried -= split is null ? 0 : 1;
            best = split is { } found && (best is null || found.Gain > best.Value.Gain) ? found : best;
        }

        return best;
    }

    private VarianceSplit? Of(int feature, Place place, NodeTargets node)
    {
        double[] values = _sorted.Values[feature];
        ReadOnlySpan<int> order = _order[feature].AsSpan(place.Start, place.Length);
        return _settings.Thresholds == ThresholdRule.Best
            ? VarianceSplit.Best(feature, values, order, node, _settings.LeafRows)
            : VarianceSplit.Random(feature, values, order, node, _settings.LeafRows, _rng);
    }

    // Parts every order, left rows first; returns where the right ones start.
    private int Part(Place place, VarianceSplit split)
    {
        double[] values = _sorted.Values[split.Feature];
        int left = 0;
        foreach (int[] order in _order)
        {
            Span<int> rows = order.AsSpan(place.Start, place.Length);
            (left, int right) = (0, 0);
            foreach (int row in rows)
            {
                bool goesLeft = values[row] <= split.Threshold;
                (goesLeft ? ref rows[left++] : ref _right[right++]) = row;
            }

            _right.AsSpan(0, right).CopyTo(rows[left..]);
        }

        return place.Start + left;
    }

    private readonly record struct Place(int Start, int End, int RightOf)
    {
        public int Length => End - Start;
    }
}
