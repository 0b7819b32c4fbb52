namespace Research.Models.Classical;

/// <summary>A binary tree of thresholds on single features; each leaf holds the shares of the classes that reached it.</summary>
/// <remarks>Source: Breiman, Friedman, Olshen and Stone (1984). Rows with value ≤ threshold go left.</remarks>
public sealed class DecisionTree
{
    private readonly List<Node> _nodes;

    internal DecisionTree(List<Node> nodes) => _nodes = nodes;

    /// <summary>Nodes, leaves included.</summary>
    public int Count => _nodes.Count;

    /// <summary>Shares of the classes in the leaf that the row reaches.</summary>
    public double[] Shares(ReadOnlySpan<double> row)
    {
        Node node = _nodes[0];
        while (node.Shares is null)
        {
            node = _nodes[row[node.Feature] <= node.Threshold ? node.Left : node.Right];
        }

        return node.Shares;
    }

    /// <summary>A node: a question, or the shares of a leaf.</summary>
    internal sealed record Node(int Feature, double Threshold, int Left, int Right, double[]? Shares);
}
