using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>Random forest or extra trees: the class with the largest mean share over the trees.</summary>
/// <remarks>Every tree has a stream of random numbers of its own, so the count of threads never shows. Oracle: scikit-learn, accuracy.</remarks>
public sealed class Forest : IClassifier
{
    private readonly IReadOnlyList<DecisionTree> _trees;
    private readonly int _classCount;

    private Forest(IReadOnlyList<DecisionTree> trees, int classCount) => (_trees, _classCount) = (trees, classCount);

    /// <param name="rows">Shape [rows, features].</param>
    public static Forest Fit(Matrix rows, IReadOnlyList<int> classes, int classCount, ForestSettings settings, ulong seed)
    {
        FiniteNumbers.Check(rows);
        int tried = Math.Max(1, (int)Math.Sqrt(rows.Columns));
        DecisionTree[] trees = ParallelLoop.Select(
            settings.Trees,
            t =>
            {
                Rng rng = Rng.For(seed, $"forest/tree {t}");
                int[] sample = [.. Enumerable.Range(0, rows.Rows).Select(i => settings.Bootstrap ? rng.NextInt(rows.Rows) : i)];
                return TreeGrower.Grow(rows, classes, classCount, sample, tried, settings.Thresholds, rng);
            }
        );
        return new Forest(trees, classCount);
    }

    public int[] Predict(Matrix rows) => ParallelLoop.Select(rows.Rows, i => Vote(rows.Row(i)));

    private int Vote(ReadOnlySpan<double> row)
    {
        var shares = new double[_classCount];
        foreach (DecisionTree tree in _trees)
        {
            double[] own = tree.Shares(row);
            for (int c = 0; c < shares.Length; c++)
            {
                shares[c] += own[c];
            }
        }

        return Argmax.Of(shares);
    }
}
