using Research.Numerics;

namespace Research.Results.Charts;

/// <summary>Means of the rows that share a place in a grid.</summary>
internal sealed class GridMeans
{
    private readonly double?[,] _means;

    private GridMeans(double?[,] means, bool averaged)
    {
        (_means, Averaged) = (means, averaged);
        double[] known = [.. means.Cast<double?>().OfType<double>()];
        (Lowest, Highest) = (known.Min(), known.Max());
    }

    /// <summary>Whether a place has more than one row.</summary>
    public bool Averaged { get; }

    public double Lowest { get; }

    public double Highest { get; }

    /// <summary>Null where there is no row with a number.</summary>
    public double? this[int row, int column] => _means[row, column];

    /// <param name="groups">The rows of each row of the grid; at least one has the number.</param>
    /// <param name="columns">Values of the column that names the grid's columns.</param>
    /// <param name="column">Its name.</param>
    /// <param name="value">The column of the number.</param>
    public static GridMeans Of(IReadOnlyList<ChartRows> groups, IReadOnlyList<string> columns, string column, string value)
    {
        var means = new double?[groups.Count, columns.Count];
        bool averaged = false;
        for (int y = 0; y < groups.Count; y++)
        {
            for (int x = 0; x < columns.Count; x++)
            {
                ChartRows own = groups[y].With(column, columns[x]);
                double[] values = [.. Enumerable.Range(0, own.Count).Select(i => own.Number(i, value)).OfType<double>()];
                means[y, x] = values.Length == 0 ? null : OrderedSum.Mean(values);
                averaged |= values.Length > 1;
            }
        }

        return new(means, averaged);
    }
}
