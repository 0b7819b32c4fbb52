using Research.Numerics;

namespace Research.Models.GeneratedSets;

/// <summary>How many generated items lie where real ones are (precision: quality), and how many real ones where generated ones are (recall: variety).</summary>
/// <param name="Precision">0 to 1.</param>
/// <param name="Recall">0 to 1.</param>
/// <remarks>
/// A set's region is the union of balls, one around each item, that reach its k-th nearest other item; the surface belongs to it. Source: Kynkäänniemi et al. (2019), "Improved
/// precision and recall metric for assessing generative models", equations 1-3 (k = 3 there). Oracle: numpy.
/// </remarks>
public sealed record PrecisionAndRecall(double Precision, double Recall)
{
    /// <param name="real">Shape [items, dimensions], more than k items.</param>
    /// <param name="generated">Shape [other items, dimensions], more than k items.</param>
    /// <param name="k">Neighbour that a ball reaches: 1 or more.</param>
    /// <exception cref="ArgumentException">Dimensions differ, a set has no more than k items, or a value is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">k is below 1.</exception>
    public static PrecisionAndRecall Of(Matrix real, Matrix generated, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        FeatureSets.Check(real, generated, fewest: k + 1);
        return new(Inside(generated, real, k), Inside(real, generated, k));
    }

    // The share of items within the region of others.
    private static double Inside(Matrix items, Matrix others, int k)
    {
        double[] radii = ParallelLoop.Select(others.Rows, i => Radius(others, i, k));
        int[] inside = ParallelLoop.Select(
            items.Rows,
            i => Enumerable.Range(0, others.Rows).Any(j => FeatureSets.Distance(items.Row(i), others.Row(j)) <= radii[j]) ? 1 : 0
        );
        return (double)inside.Sum() / items.Rows;
    }

    private static double Radius(Matrix items, int own, int k) =>
        Enumerable
            .Range(0, items.Rows)
            .Where(other => other != own)
            .Select(other => FeatureSets.Distance(items.Row(own), items.Row(other)))
            .Order()
            .ElementAt(k - 1);
}
