using System.Globalization;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Research.Results.Tables;

namespace Research.Results.Snapshots;

/// <summary>Compares tables with the snapshots of a folder, cell by cell, each column by its rule.</summary>
public static class SnapshotComparison
{
    private const int MostCells = 20;

    /// <returns>Nothing when all is well; a missing or additional snapshot is a drift too.</returns>
    public static IReadOnlyList<Drift> Compare(IReadOnlyList<ResultTable> tables, string folder)
    {
        var drifts = new List<Drift>();
        foreach (ResultTable table in tables)
        {
            string path = Path.Combine(folder, table.Name + ".csv");
            if (!File.Exists(path))
            {
                drifts.Add(new(table.Name, "has no snapshot yet; take one with --target Accept."));
                continue;
            }

            drifts.AddRange(Compare(table, File.ReadAllText(path)).Select(message => new Drift(table.Name, message)));
        }

        return [.. drifts, .. Orphans(tables, folder)];
    }

    private static IEnumerable<Drift> Orphans(IReadOnlyList<ResultTable> tables, string folder) =>
        !Directory.Exists(folder)
            ? []
            : Directory
                .EnumerateFiles(folder, "*.csv")
                .Select(path => Path.GetFileNameWithoutExtension(path)!)
                .Where(name => tables.All(table => table.Name != name))
                .Order(StringComparer.Ordinal)
                .Select(name => new Drift(name, "is a snapshot of a table that is no longer made."));

    private static IEnumerable<string> Compare(ResultTable table, string text)
    {
        CsvTable snapshot = CsvTable.Parse(text);
        string[] header = [.. table.Columns.Select(column => column.Name)];
        bool sameShape =
            snapshot.Header.SequenceEqual(header)
            && snapshot.Rows.Count == table.Rows.Count
            && snapshot.Rows.All(row => row.Count == header.Length);
        return sameShape ? Cells(table, snapshot) : [LineDiff(table, text)];
    }

    private static IEnumerable<string> Cells(ResultTable table, CsvTable snapshot)
    {
        string[] differences =
        [
            .. from row in Enumerable.Range(0, table.Rows.Count)
            from column in Enumerable.Range(0, table.Columns.Count)
            let expected = snapshot.Rows[row][column]
            let actual = table.Rows[row][column]
            where !Same(expected, actual, table.Columns[column])
            select $"row {row + 1} ({Key(table, row)}), {table.Columns[column].Name}: {expected} → {actual}",
        ];
        int more = differences.Length - MostCells;
        return more > 0 ? [.. differences.Take(MostCells), $"… and {more} more cells."] : differences;
    }

    private static bool Same(string expected, string actual, Column column)
    {
        if (expected == actual || column.Tolerance == 0)
        {
            return expected == actual;
        }

        return double.TryParse(expected, CultureInfo.InvariantCulture, out double a)
            && double.TryParse(actual, CultureInfo.InvariantCulture, out double b)
            && Math.Abs(a - b) <= column.Tolerance;
    }

    // The text cells of a row say which it is.
    private static string Key(ResultTable table, int row)
    {
        IEnumerable<string> texts = table
            .Rows[row]
            .Where((cell, i) => table.Columns[i].Kind == ColumnKind.Text && cell.Length > 0);
        return string.Join(" / ", texts.Take(4));
    }

    private static string LineDiff(ResultTable table, string snapshot)
    {
        DiffPaneModel diff = new InlineDiffBuilder(new Differ()).BuildDiffModel(
            snapshot.TrimEnd('\n'),
            table.ToCsv().TrimEnd('\n')
        );
        IEnumerable<string> changed = diff
            .Lines.Where(line => line.Type is ChangeType.Inserted or ChangeType.Deleted)
            .Select(line => (line.Type == ChangeType.Inserted ? "  + " : "  - ") + line.Text);
        return "has other rows or columns:\n" + string.Join("\n", changed.Take(2 * MostCells));
    }
}
