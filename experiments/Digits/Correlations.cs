namespace Research.Experiments.Digits;

/// <summary>Pearson's correlation of every column with every other (numpy.corrcoef of the transposed rows).</summary>
internal static class Correlations
{
    /// <returns>Shape [columns, columns]; 0 where a column is constant.</returns>
    public static Matrix OfColumns(Matrix rows)
    {
        double[][] centred = [.. Enumerable.Range(0, rows.Columns).Select(k => Centred(rows.Column(k)))];
        double[] sizes = [.. centred.Select(column => Math.Sqrt(OrderedSum.Dot(column, column)))];
        var correlations = new Matrix(rows.Columns, rows.Columns);
        for (int a = 0; a < rows.Columns; a++)
        {
            for (int b = 0; b < rows.Columns; b++)
            {
                double both = sizes[a] * sizes[b];
                correlations[a, b] = both > 0 ? Math.Clamp(OrderedSum.Dot(centred[a], centred[b]) / both, -1, 1) : 0;
            }
        }

        return correlations;
    }

    /// <summary>Mean absolute correlation of different columns.</summary>
    public static double MeanOffDiagonal(Matrix correlations) =>
        OrderedSum.Mean([
            .. from a in Enumerable.Range(0, correlations.Rows)
            from b in Enumerable.Range(0, correlations.Columns)
            where a != b
            select Math.Abs(correlations[a, b]),
        ]);

    private static double[] Centred(double[] values)
    {
        double mean = OrderedSum.Mean(values);
        return [.. values.Select(value => value - mean)];
    }
}
