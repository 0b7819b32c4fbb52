using System.Globalization;

namespace Research.Results.Tables;

/// <summary>A table of results: typed columns, invariant culture, fixed decimals; no clocks, no paths.</summary>
public sealed class ResultTable
{
    private readonly List<string[]> _rows = [];

    /// <param name="name">File name without extension, lower case.</param>
    public ResultTable(string name, params IReadOnlyList<Column> columns) => (Name, Columns) = (name, columns);

    public string Name { get; }

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Cells as they are written.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows => _rows;

    /// <summary>Adds a row; null is an empty cell.</summary>
    /// <exception cref="ArgumentException">A value does not suit its column, or there are too many or too few.</exception>
    public void Add(params IReadOnlyList<object?> cells)
    {
        if (cells.Count != Columns.Count)
        {
            throw new ArgumentException(
                $"Table '{Name}' has {Columns.Count} columns; the row has {cells.Count} cells.",
                nameof(cells)
            );
        }

        _rows.Add([.. cells.Select((cell, i) => Write(cell, Columns[i]))]);
    }

    /// <summary>The same table with one more column of text.</summary>
    /// <exception cref="ArgumentException">There are not as many cells as rows.</exception>
    public ResultTable With(Column column, IReadOnlyList<string> cells)
    {
        if (cells.Count != _rows.Count)
        {
            throw new ArgumentException($"Table '{Name}' has {_rows.Count} rows; {cells.Count} cells were given.", nameof(cells));
        }

        var table = new ResultTable(Name, [.. Columns, column]);
        table._rows.AddRange(_rows.Select((row, i) => (string[])[.. row, cells[i]]));
        return table;
    }

    /// <summary>Comma-separated text with a header; lines end with LF.</summary>
    public string ToCsv()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var rows = new CsvRows(text))
        {
            rows.Add(Columns.Select(column => column.Name));
            foreach (string[] row in _rows)
            {
                rows.Add(row);
            }
        }

        return text.ToString();
    }

    private string Write(object? cell, Column column) =>
        (cell, column.Kind) switch
        {
            (null, _) => "",
            (string text, ColumnKind.Text) => text,
            (int count, ColumnKind.Count) => count.ToString(CultureInfo.InvariantCulture),
            (double number, ColumnKind.Number) => Fixed(number, column.Decimals),
            _ => throw new ArgumentException(
                $"Table '{Name}', column '{column.Name}' ({column.Kind}) cannot hold a {cell.GetType().Name}."
            ),
        };

    private static string Fixed(double number, int decimals)
    {
        string text = number.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.StartsWith('-') && text.AsSpan(1).IndexOfAnyExcept('0', '.') < 0 ? text[1..] : text; // no "-0.00"
    }
}
