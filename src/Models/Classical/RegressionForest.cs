using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>Random forest or extra trees for real values: the mean of the trees.</summary>
/// <remarks>
/// Source: Breiman (2001), Machine Learning 45, section 11; Geurts, Ernst and Wehenkel (2006), Machine Learning 63. Every tree has a stream
/// of random numbers of its own, so the count of threads never shows. Oracle: scikit-learn, one tree node for node, forests by R².
/// </remarks>
public sealed class RegressionForest : IRegressor
{
    private readonly IReadOnlyList<RegressionTree> _trees;

    private RegressionForest(IReadOnlyList<RegressionTree> trees) => _trees = trees;

    /// <param name="rows">Shape [rows, features].</param>
    /// <param name="targets">Shape [rows].</param>
    /// <param name="seed">Of the bootstrap, and of the features and thresholds that nodes look at.</param>
    /// <exception cref="ResearchException">A setting is out of range, a value is not finite, the lengths differ, or there are fewer than two rows.</exception>
    public static RegressionForest Fit(Matrix rows, double[] targets, RegressionForestSettings settings, ulong seed)
    {
        RegressionRows.Check(rows, targets);
        settings.Check();
        var sorted = SortedFeatures.Of(rows);
        RegressionTree[] trees = ParallelLoop.Select(
            settings.Trees,
            t =>
            {
                var rng = Rng.For(seed, FormattableString.Invariant($"regression forest/tree {t}"));
                return RegressionTreeGrower.Grow(sorted, targets, Copies(rows.Rows, settings.Bootstrap, rng), settings, rng);
            }
        );
        return new(trees);
    }

    public double[] Predict(Matrix rows) => ParallelLoop.Select(rows.Rows, i => Mean(rows.Row(i)));

    private double Mean(ReadOnlySpan<double> row)
    {
        double sum = 0;
        foreach (RegressionTree tree in _trees)
        {
            sum += tree.Value(row);
        }

        return sum / _trees.Count;
    }

    // How often each row is in a tree's sample.
    private static int[] Copies(int rows, bool bootstrap, Rng rng)
    {
        var copies = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            copies[bootstrap ? rng.NextInt(rows) : i]++;
        }

        return copies;
    }
}
