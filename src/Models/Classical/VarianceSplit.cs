using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>The threshold on one feature at one node, by how much of the targets' variance it explains.</summary>
/// <remarks>Least squares: the gain is S²/n of the left rows plus that of the right ones, S their sum of targets and n their count.</remarks>
/// <param name="Feature">Whose values are compared.</param>
/// <param name="Threshold">Rows up to it go left.</param>
/// <param name="Gain">Higher is better.</param>
internal readonly record struct VarianceSplit(int Feature, double Threshold, double Gain)
{
    /// <summary>Of all thresholds that leave enough rows on both sides, the best; null where the feature is constant or there is none.</summary>
    /// <param name="values">Of the feature.</param>
    /// <param name="order">The node's rows by ascending value.</param>
    /// <param name="node">Their targets and copies.</param>
    public static VarianceSplit? Best(int feature, double[] values, ReadOnlySpan<int> order, NodeTargets node, int leafRows)
    {
        VarianceSplit? best = null;
        (double sum, long count) = (0, 0);
        for (int i = 0; i + leafRows < order.Length; i++)
        {
            int row = order[i];
            sum += node.Copies[row] * node.Targets[row];
            count += node.Copies[row];
            (double here, double next) = (values[row], values[order[i + 1]]);
            if (i + 1 < leafRows || !(here < next))
            {
                continue;
            }

            double gain = node.Gain(sum, count);
            if (best is null || gain > best.Value.Gain)
            {
                double middle = (here / 2) + (next / 2); // half-way, and never rounded up to the right side
                best = new(feature, middle < next ? middle : here, gain);
            }
        }

        return best;
    }

    /// <summary>One threshold drawn between the extremes; null where the feature is constant or a side would be too small.</summary>
    public static VarianceSplit? Random(
        int feature,
        double[] values,
        ReadOnlySpan<int> order,
        NodeTargets node,
        int leafRows,
        Rng rng
    )
    {
        (double low, double high) = (values[order[0]], values[order[^1]]);
        if (!(low < high))
        {
            return null;
        }

        double drawn = rng.NextDouble(low, high);
        double threshold = drawn < high ? drawn : low; // rounding must not empty a side
        (double sum, long count, int left) = (0, 0, 0);
        for (; values[order[left]] <= threshold; left++)
        {
            int row = order[left];
            sum += node.Copies[row] * node.Targets[row];
            count += node.Copies[row];
        }

        return left < leafRows || order.Length - left < leafRows ? null : new(feature, threshold, node.Gain(sum, count));
    }
}

/// <summary>The targets at a node.</summary>
/// <param name="Targets">Of all rows.</param>
/// <param name="Copies">How often each row is in the tree's sample.</param>
/// <param name="Sum">Of the node's targets, each as often as it was drawn.</param>
/// <param name="Count">Of the node's rows, each as often as it was drawn.</param>
internal readonly record struct NodeTargets(double[] Targets, int[] Copies, double Sum, long Count)
{
    /// <summary>Of a split with that sum and count on the left.</summary>
    public double Gain(double leftSum, long leftCount)
    {
        double rightSum = Sum - leftSum;
        return (leftSum * leftSum / leftCount) + (rightSum * rightSum / (Count - leftCount));
    }
}
