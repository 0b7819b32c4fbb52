namespace Research.Report.Input;

/// <summary>A target of the graph as the report draws it.</summary>
/// <param name="Name">Such as Digits.GmmHmm.</param>
/// <param name="Column">0 for datasets, 1 for features, 2 for experiments.</param>
/// <param name="Upstream">Names of what it is made from.</param>
public sealed record TargetNode(string Name, int Column, IReadOnlyList<string> Upstream)
{
    /// <summary>The name without what the column says already.</summary>
    public string Label => Name.Split(':')[^1];
}
