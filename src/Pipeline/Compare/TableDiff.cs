using System.Globalization;
using System.Text;
using Research.Results.Tables;

namespace Research.Pipeline.Compare;

/// <summary>Every changed cell between two trees of results.</summary>
/// <remarks>Rows are matched by the columns that hold no numbers; rows that these do not tell apart, by their order.</remarks>
public static class TableDiff
{
    public static IReadOnlyList<CellChange> Of(ResultTree old, ResultTree now)
    {
        string[] tables =
        [
            .. old
                .Files.Keys.Union(now.Files.Keys)
                .Where(path => path.EndsWith(".csv", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        return [.. tables.SelectMany(path => Of(path, old.Files.GetValueOrDefault(path), now.Files.GetValueOrDefault(path)))];
    }

    private static IEnumerable<CellChange> Of(string path, byte[]? old, byte[]? now)
    {
        if (old is null || now is null)
        {
            return [new CellChange(path, "", "", old is null ? null : "", now is null ? null : "")];
        }

        return old.AsSpan().SequenceEqual(now)
            ? []
            : Of(path, CsvTable.Parse(Encoding.UTF8.GetString(old)), CsvTable.Parse(Encoding.UTF8.GetString(now)));
    }

    private static IEnumerable<CellChange> Of(string path, CsvTable old, CsvTable now)
    {
        string[] keys = [.. old.Header.Intersect(now.Header).Where(column => IsText(old, column) && IsText(now, column))];
        Dictionary<string, IReadOnlyList<string>> before = Rows(old, keys);
        Dictionary<string, IReadOnlyList<string>> after = Rows(now, keys);
        foreach (string row in before.Keys.Union(after.Keys))
        {
            if (!after.TryGetValue(row, out IReadOnlyList<string>? cells))
            {
                yield return new CellChange(path, row, "", string.Join(", ", before[row]), null);
            }
            else if (!before.TryGetValue(row, out IReadOnlyList<string>? was))
            {
                yield return new CellChange(path, row, "", null, string.Join(", ", cells));
            }
            else
            {
                foreach (string column in old.Header.Union(now.Header))
                {
                    (string? then, string? here) = (CellOf(old, was, column), CellOf(now, cells, column));
                    if (then != here)
                    {
                        yield return new CellChange(path, row, column, then, here);
                    }
                }
            }
        }
    }

    private static string? CellOf(CsvTable table, IReadOnlyList<string> row, string column) =>
        table.Header.Contains(column) ? table.Cell(row, column) : null;

    private static bool IsText(CsvTable table, string column) =>
        table.Rows.All(row => !double.TryParse(table.Cell(row, column), CultureInfo.InvariantCulture, out _))
        && table.Rows.Any(row => table.Cell(row, column).Length > 0)
        && column != "verdict";

    private static Dictionary<string, IReadOnlyList<string>> Rows(CsvTable table, string[] keys)
    {
        var rows = new Dictionary<string, IReadOnlyList<string>>();
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            string name = string.Join(" / ", keys.Select(key => table.Cell(row, key)).Where(cell => cell.Length > 0));
            string unique = name;
            for (int i = 2; !rows.TryAdd(unique, row); i++)
            {
                unique = string.Create(CultureInfo.InvariantCulture, $"{name} #{i}");
            }
        }

        return rows;
    }
}
