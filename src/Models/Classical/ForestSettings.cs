namespace Research.Models.Classical;

/// <summary>A forest of randomised decision trees.</summary>
public sealed record ForestSettings
{
    public required int Trees { get; init; }

    /// <summary>Whether each tree sees a bootstrap sample (random forest) or all rows (extra trees).</summary>
    public required bool Bootstrap { get; init; }

    public required ThresholdRule Thresholds { get; init; }

    /// <summary>Random forest (Breiman, 2001) with scikit-learn's defaults: √features a split, pure leaves.</summary>
    public static ForestSettings RandomForest(int trees) =>
        new()
        {
            Trees = trees,
            Bootstrap = true,
            Thresholds = ThresholdRule.Best,
        };

    /// <summary>Extra trees (Geurts, Ernst and Wehenkel, 2006) with scikit-learn's defaults.</summary>
    public static ForestSettings ExtraTrees(int trees) =>
        new()
        {
            Trees = trees,
            Bootstrap = false,
            Thresholds = ThresholdRule.Random,
        };
}

/// <summary>How a feature's threshold is chosen at a node.</summary>
public enum ThresholdRule
{
    /// <summary>The one of lowest impurity.</summary>
    Best,

    /// <summary>One uniform draw between the node's extremes.</summary>
    Random,
}
