namespace Research.Models.Classical;

/// <summary>A binary tree of thresholds on single features; each leaf holds the mean target of the rows that reached it.</summary>
/// <remarks>Source: Breiman, Friedman, Olshen and Stone (1984), ch. 8. Rows with value ≤ threshold go left.</remarks>
internal sealed class RegressionTree(RegressionTree.Node[] nodes)
{
    /// <summary>Root first.</summary>
    public IReadOnlyList<Node> Nodes => nodes;

    /// <summary>The mean target in the leaf that the row reaches.</summary>
    public double Value(ReadOnlySpan<double> row)
    {
        int at = 0;
        while (nodes[at].Feature >= 0)
        {
            ref readonly Node node = ref nodes[at];
            at = row[node.Feature] <= node.Threshold ? node.Left : node.Right;
        }

        return nodes[at].Value;
    }

    /// <summary>A node: a question, or a leaf, whose feature is −1.</summary>
    internal readonly record struct Node(int Feature, double Threshold, int Left, int Right, double Value)
    {
        public static Node Leaf(double value) => new(-1, 0, 0, 0, value);
    }
}
