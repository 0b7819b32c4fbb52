namespace Research.Numerics;

/// <summary>Sums whose order of additions depends on the length alone.</summary>
public static class OrderedSum
{
    private const int Leaf = 64;

    /// <summary>Sum by a fixed binary tree with leaves of 64 in index order; error grows with log n, not n.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        if (values.Length > Leaf)
        {
            int half = HalfOf(values.Length);
            return Of(values[..half]) + Of(values[half..]);
        }

        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }

    /// <summary>Inner product, summed as <see cref="Of"/> does.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (a.Length > Leaf)
        {
            int half = HalfOf(a.Length);
            return Dot(a[..half], b[..half]) + Dot(a[half..], b[half..]);
        }

        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>Mean; NaN of nothing.</summary>
    public static double Mean(ReadOnlySpan<double> values) => Of(values) / values.Length;

    /// <summary>Mean squared deviation from the mean, divided by n − <paramref name="degreesLost"/>.</summary>
    public static double Variance(ReadOnlySpan<double> values, int degreesLost)
    {
        double mean = Mean(values);
        var squares = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            double deviation = values[i] - mean;
            squares[i] = deviation * deviation;
        }

        return Of(squares) / (values.Length - degreesLost);
    }

    /// <summary>Values in the left branch of the tree over so many: a whole number of leaves. For sums over what does not fit in memory.</summary>
    public static long HalfOf(long length) => (length + (2 * Leaf) - 1) / (2 * Leaf) * Leaf;

    private static int HalfOf(int length) => (length + (2 * Leaf) - 1) / (2 * Leaf) * Leaf;
}
