using CsvHelper;

namespace Research.Results.Tables;

/// <summary>A comma-separated file as it was read: header and rows of text.</summary>
public sealed record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static CsvTable Load(string path) => Parse(File.ReadAllText(path));

    public static CsvTable Parse(string text)
    {
        using var reader = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false, Separator = ',' });
        var rows = new List<IReadOnlyList<string>>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows.Count == 0 ? new([], []) : new(rows[0], rows[1..]);
    }

    /// <summary>The cell of that row under that heading.</summary>
    /// <exception cref="ArgumentException">There is no such heading.</exception>
    public string Cell(IReadOnlyList<string> row, string heading)
    {
        for (int i = 0; i < Header.Count; i++)
        {
            if (Header[i] == heading)
            {
                return row[i];
            }
        }

        throw new ArgumentException($"No column '{heading}' among {string.Join(", ", Header)}.", nameof(heading));
    }
}
