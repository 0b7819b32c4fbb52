using System.Globalization;
using CsvHelper;
using Research.Numerics;

namespace Research.Results.Tables;

/// <summary>A comma-separated file as it was read: header and rows of text.</summary>
public sealed record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <exception cref="ResearchException">The file is no table.</exception>
    public static CsvTable Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (ResearchException error)
        {
            throw new ResearchException($"{path}: {error.Message}", error);
        }
    }

    /// <summary>Reads what <see cref="CsvRows"/> wrote.</summary>
    /// <exception cref="ResearchException">A row has more or fewer cells than the heading.</exception>
    public static CsvTable Parse(string text)
    {
        using var reader = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false, Separator = ',' });
        var rows = new List<IReadOnlyList<string>>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(k => CsvCell.Read(reader.GetString(k)))]);
            if (rows[^1].Count != rows[0].Count)
            {
                // No FormattableString: it takes objects, so that the order of members would count in the fingerprint of every table.
                throw new ResearchException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Row {rows.Count - 1} has {rows[^1].Count} cells where the heading has {rows[0].Count}; the table is damaged."
                    )
                );
            }
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
