using System.Globalization;
using Research.Numerics;

namespace Research.Data.Tables;

/// <summary>A row of a table, its cells by the names of their columns.</summary>
/// <param name="Table">For its heading and messages.</param>
/// <param name="Line">In the file, from 1.</param>
internal sealed record TextRow(TextTable Table, int Line, IReadOnlyList<string> Cells)
{
    /// <exception cref="ResearchException">There is no such column.</exception>
    public string this[string column] => Cells[Table.Column(column)];

    /// <exception cref="ResearchException">The cell is no finite number; the message names file, line and column.</exception>
    public double Number(string column) =>
        double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        && double.IsFinite(value)
            ? value
            : throw Fault($"'{this[column]}' stands under '{column}', where a finite number is needed.");

    /// <exception cref="ResearchException">The cell is no whole number of at most nine digits.</exception>
    public int Whole(string column) =>
        this[column].Length < 10 && int.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw Fault($"'{this[column]}' stands under '{column}', where a whole number is needed.");

    /// <summary>An exception that names the file and the line.</summary>
    public ResearchException Fault(string words) => new($"{Table.Name}, line {Line}: {words}");
}
