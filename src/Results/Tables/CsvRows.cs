using CsvHelper;

namespace Research.Results.Tables;

/// <summary>Writes comma-separated rows, each on one line that ends with LF, for people with spreadsheets and for <see cref="CsvTable"/>.</summary>
public sealed class CsvRows(TextWriter output) : IDisposable
{
    private readonly CsvWriter _csv = CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);

    /// <summary>Adds a row; a cell that a spreadsheet would compute is marked as text (ADR 22).</summary>
    public void Add(params IEnumerable<string> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        foreach (string cell in cells)
        {
            _csv.WriteField(CsvCell.Write(cell));
        }

        _csv.EndRecord();
    }

    /// <summary>Passes what was added on to the output.</summary>
    public void Flush() => _csv.Flush();

    public void Dispose() => _csv.Dispose();
}
