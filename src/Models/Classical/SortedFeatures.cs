using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>The values of each feature, and the rows in ascending order of them: sorted once for all trees.</summary>
/// <param name="Values">Shape [features][rows].</param>
/// <param name="Order">Shape [features][rows]: rows by value; the lower row first where two are equal.</param>
internal sealed record SortedFeatures(double[][] Values, int[][] Order)
{
    public static SortedFeatures Of(Matrix rows)
    {
        double[][] values = ParallelLoop.Select(rows.Columns, rows.Column);
        return new(values, ParallelLoop.Select(rows.Columns, d => OrderOf(values[d])));
    }

    /// <summary>The rows that are in a sample, in the same orders.</summary>
    /// <param name="copies">How often each row is in it.</param>
    public int[][] OrderOf(int[] copies) => [.. Order.Select(order => Array.FindAll(order, row => copies[row] > 0))];

    private static int[] OrderOf(double[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length)];
        Array.Sort(order, (a, b) => values[a] != values[b] ? values[a].CompareTo(values[b]) : a.CompareTo(b));
        return order;
    }
}
