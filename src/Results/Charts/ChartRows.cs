using System.Globalization;
using Research.Numerics;
using Research.Results.Tables;

namespace Research.Results.Charts;

/// <summary>The rows of a table that a chart shows.</summary>
internal sealed class ChartRows
{
    private readonly CsvTable _table;
    private readonly IReadOnlyList<IReadOnlyList<string>> _rows;

    private ChartRows(CsvTable table, IReadOnlyList<IReadOnlyList<string>> rows) => (_table, _rows) = (table, rows);

    public int Count => _rows.Count;

    public IReadOnlyList<string> Header => _table.Header;

    /// <summary>Those that the chart's filter lets through.</summary>
    /// <param name="columns">Columns that the chart needs.</param>
    /// <exception cref="ResearchException">The table lacks one of them, or one of the filter.</exception>
    public static ChartRows Of(CsvTable table, Chart chart, IEnumerable<string> columns)
    {
        Need(table, chart, chart.Where.Keys.Concat(columns).Distinct());
        return new(table, [.. table.Rows.Where(row => chart.Where.All(pair => table.Cell(row, pair.Key) == pair.Value))]);
    }

    public static ChartRows All(CsvTable table) => new(table, table.Rows);

    public string Text(int row, string column) => _table.Cell(_rows[row], column);

    /// <summary>A finite number; null for an empty cell and for any other text.</summary>
    public double? Number(int row, string column) =>
        double.TryParse(Text(row, column), CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : null;

    /// <summary>The rows that have that value there.</summary>
    public ChartRows With(string column, string value) => new(_table, [.. _rows.Where(row => _table.Cell(row, column) == value)]);

    /// <summary>The rows that have numbers in those columns.</summary>
    public ChartRows WithNumbers(params IEnumerable<string> columns) =>
        new(
            _table,
            [
                .. Enumerable
                    .Range(0, Count)
                    .Where(row => columns.All(column => Number(row, column) is not null))
                    .Select(row => _rows[row]),
            ]
        );

    /// <summary>The values of a column, in order of appearance.</summary>
    public IReadOnlyList<string> Distinct(string column) => [.. _rows.Select(row => _table.Cell(row, column)).Distinct()];

    /// <summary>One group for each value of a column; the whole without a name where there is no column.</summary>
    public IEnumerable<(string Name, ChartRows Rows)> Split(string? column) =>
        column is null ? [("", this)] : Distinct(column).Select(value => (value, With(column, value)));

    private static void Need(CsvTable table, Chart chart, IEnumerable<string> columns)
    {
        string[] missing = [.. columns.Where(column => !table.Header.Contains(column))];
        if (missing.Length > 0)
        {
            throw new ResearchException(
                $"The chart '{chart.Title}' needs the column {string.Join(", ", missing)} of table '{chart.Table}', which has {string.Join(", ", table.Header)}."
            );
        }
    }
}
