using Research.Numerics;

namespace Research.Models.GeneratedSets;

/// <summary>What two sets of feature vectors must be to be compared.</summary>
internal static class FeatureSets
{
    /// <exception cref="ArgumentException">Dimensions differ, a set has too few items, or a value is not finite.</exception>
    public static void Check(Matrix first, Matrix second, int fewest)
    {
        if (first.Columns != second.Columns || first.Columns == 0)
        {
            throw new ArgumentException(
                $"Feature vectors of {first.Columns} and of {second.Columns} dimensions cannot be compared: take both sets from one extractor."
            );
        }

        if (Math.Min(first.Rows, second.Rows) < fewest)
        {
            throw new ArgumentException(
                $"The sets have {first.Rows} and {second.Rows} items; at least {fewest} each are needed."
            );
        }

        FiniteNumbers.Check(first);
        FiniteNumbers.Check(second);
    }

    /// <summary>Euclidean distance of two vectors.</summary>
    public static double Distance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var squares = new double[a.Length];
        for (int d = 0; d < a.Length; d++)
        {
            squares[d] = (a[d] - b[d]) * (a[d] - b[d]);
        }

        return Math.Sqrt(OrderedSum.Of(squares));
    }
}
