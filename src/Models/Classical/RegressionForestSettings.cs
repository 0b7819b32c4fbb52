using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>A forest of randomised regression trees.</summary>
public sealed record RegressionForestSettings
{
    public required int Trees { get; init; }

    /// <summary>Whether each tree sees a bootstrap sample (random forest) or all rows (extra trees).</summary>
    public required bool Bootstrap { get; init; }

    public required ThresholdRule Thresholds { get; init; }

    /// <summary>Share of the features to look at in each node, above 0 and up to 1; at least one is looked at.</summary>
    public required double FeatureShare { get; init; }

    /// <summary>Different rows that a leaf holds at least; a row that the bootstrap drew twice counts once.</summary>
    public required int LeafRows { get; init; }

    /// <summary>Random forest (Breiman, 2001) with scikit-learn's defaults: all features in each node, leaves of one row.</summary>
    public static RegressionForestSettings RandomForest(int trees) =>
        new()
        {
            Trees = trees,
            Bootstrap = true,
            Thresholds = ThresholdRule.Best,
            FeatureShare = 1,
            LeafRows = 1,
        };

    /// <summary>Extra trees (Geurts, Ernst and Wehenkel, 2006) with scikit-learn's defaults.</summary>
    public static RegressionForestSettings ExtraTrees(int trees) =>
        RandomForest(trees) with
        {
            Bootstrap = false,
            Thresholds = ThresholdRule.Random,
        };

    internal void Check()
    {
        if (Trees < 1 || LeafRows < 1 || !(FeatureShare is > 0 and <= 1))
        {
            throw new ResearchException(
                FormattableString.Invariant(
                    $"{Trees} trees, {LeafRows} rows a leaf, a share of {FeatureShare} of the features: a forest needs 1 or more, 1 or more, and a share above 0 and up to 1."
                )
            );
        }
    }
}
