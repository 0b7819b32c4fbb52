using Research.Numerics;

namespace Research.Models.GeneratedSets;

/// <summary>The real item that a generated one is nearest to: does the generator copy?</summary>
/// <param name="Item">Its row; of equally near ones the first.</param>
/// <param name="Distance">Euclidean distance.</param>
/// <param name="RealDistance">That item's distance to its own nearest other real item: much more than <paramref name="Distance"/> says copied.</param>
public sealed record NearestReal(int Item, double Distance, double RealDistance)
{
    /// <summary>One entry a generated item.</summary>
    /// <param name="real">Shape [items, dimensions], at least two items.</param>
    /// <param name="generated">Shape [other items, dimensions], at least two items.</param>
    /// <exception cref="ArgumentException">Dimensions differ, a set has fewer than two items, or a value is not finite.</exception>
    public static NearestReal[] Of(Matrix real, Matrix generated)
    {
        FeatureSets.Check(real, generated, fewest: 2);
        double[] own = ParallelLoop.Select(real.Rows, i => Nearest(real, real.Row(i).ToArray(), except: i).Distance);
        return ParallelLoop.Select(
            generated.Rows,
            i =>
            {
                (int item, double distance) = Nearest(real, generated.Row(i).ToArray(), except: -1);
                return new NearestReal(item, distance, own[item]);
            }
        );
    }

    private static (int Item, double Distance) Nearest(Matrix rows, double[] from, int except)
    {
        (int item, double least) = (-1, double.PositiveInfinity);
        for (int i = 0; i < rows.Rows; i++)
        {
            double distance = i == except ? double.PositiveInfinity : FeatureSets.Distance(from, rows.Row(i));
            if (distance < least)
            {
                (item, least) = (i, distance);
            }
        }

        return (item, least);
    }
}
