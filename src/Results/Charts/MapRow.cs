using Research.Numerics;

namespace Research.Results.Charts;

/// <summary>A row of a map: the mean of each of its columns.</summary>
/// <param name="Name">Of the row.</param>
/// <param name="Columns">Names of the columns that it has, in order.</param>
/// <param name="Means">One a column.</param>
internal sealed record MapRow(string Name, IReadOnlyList<string> Columns, IReadOnlyList<double> Means)
{
    /// <summary>The same text for rows that have the same columns.</summary>
    public string ColumnsText { get; } = string.Join('\t', Columns);

    public double Mean => OrderedSum.Mean([.. Means]);

    /// <summary>The means of some rows, by the value of a column.</summary>
    public static MapRow Of(string name, ChartRows rows, string column, string value)
    {
        string[] columns = [.. rows.Distinct(column)];
        return new(
            name,
            columns,
            [
                .. columns.Select(text =>
                {
                    ChartRows own = rows.With(column, text);
                    return OrderedSum.Mean([.. Enumerable.Range(0, own.Count).Select(i => own.Number(i, value)!.Value)]);
                }),
            ]
        );
    }
}
