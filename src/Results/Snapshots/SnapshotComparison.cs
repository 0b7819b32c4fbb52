using System.Globalization;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Research.Numerics;
using Research.Results.Tables;

namespace Research.Results.Snapshots;

/// <summary>Compares the tables of a folder with the snapshots of another, cell by cell, each column by its rule.</summary>
public static class SnapshotComparison
{
    /// <summary>Rules of columns whose values may differ: table, column, largest difference that is no drift.</summary>
    public const string Tolerances = "tolerances";

    private const int MostCells = 20;

    /// <summary>The rules of some tables' columns, as a table; null where all must be the same text.</summary>
    public static ResultTable? TolerancesOf(IReadOnlyList<ResultTable> tables)
    {
        var rules = new ResultTable(Tolerances, Column.Text("table"), Column.Text("column"), Column.Number("tolerance", 12));
        foreach (ResultTable table in tables)
        {
            foreach (Column column in table.Columns.Where(column => column.Tolerance > 0))
            {
                rules.Add(table.Name, column.Name, column.Tolerance);
            }
        }

        return rules.Rows.Count > 0 ? rules : null;
    }

    /// <param name="made">Folder of the tables.</param>
    /// <param name="snapshots">Folder of their snapshots.</param>
    /// <param name="only">File name of the one table to compare; null for all.</param>
    /// <returns>Nothing when all is well; a missing or additional snapshot is a drift too.</returns>
    public static IReadOnlyList<Drift> Compare(string made, string snapshots, string? only = null)
    {
        string[] names = [.. Tables(made, only).Union(Tables(snapshots, only)).Order(StringComparer.Ordinal)];
        IReadOnlyDictionary<(string Table, string Column), double> rules = Rules(made);
        return
        [
            .. names.SelectMany(name =>
                Compare(name, Path.Combine(made, name + ".csv"), Path.Combine(snapshots, name + ".csv"), rules)
            ),
        ];
    }

    /// <summary>Whether every row of some tables stands in their snapshots, which have more: what a sample of an experiment can show.</summary>
    /// <param name="made">Folder of the tables.</param>
    /// <param name="snapshots">Folder of the snapshots.</param>
    /// <param name="tables">Their names.</param>
    public static IReadOnlyList<Drift> CompareRows(string made, string snapshots, IReadOnlyList<string> tables) =>
        [
            .. tables.SelectMany(name =>
                CompareRows(name, Path.Combine(made, name + ".csv"), Path.Combine(snapshots, name + ".csv"))
            ),
        ];

    private static IEnumerable<Drift> CompareRows(string name, string made, string snapshot)
    {
        foreach (string path in new[] { made, snapshot }.Where(path => !File.Exists(path)))
        {
            return [new Drift(name, $"is sampled, but there is no {path}.")];
        }

        string[] rows = File.ReadAllLines(made);
        HashSet<string> expected = [.. File.ReadAllLines(snapshot)];
        return rows.Length < 2
            ? [new Drift(name, "is sampled, but the sample has no row.")]
            : rows.Where(row => !expected.Contains(row))
                .Take(MostCells)
                .Select(row => new Drift(name, $"the sample's row '{row}' does not stand in the snapshot."));
    }

    private static IEnumerable<string> Tables(string folder, string? only) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, only ?? "*.csv")
                .Select(path => Path.GetFileNameWithoutExtension(path)!)
                .Where(name => name != Timings.Name)
            : [];

    private static Dictionary<(string Table, string Column), double> Rules(string made)
    {
        string path = Path.Combine(made, Tolerances + ".csv");
        if (!File.Exists(path))
        {
            return [];
        }

        var table = CsvTable.Load(path);
        return table.Rows.ToDictionary(
            row => (table.Cell(row, "table"), table.Cell(row, "column")),
            row => double.Parse(table.Cell(row, "tolerance"), CultureInfo.InvariantCulture)
        );
    }

    private static IEnumerable<Drift> Compare(
        string name,
        string made,
        string snapshot,
        IReadOnlyDictionary<(string, string), double> rules
    )
    {
        if (!File.Exists(snapshot))
        {
            return [new Drift(name, "has no snapshot yet; take one with --target Accept.")];
        }

        if (!File.Exists(made))
        {
            return [new Drift(name, "is a snapshot of a table that is no longer made.")];
        }

        (string actual, string expected) = (File.ReadAllText(made), File.ReadAllText(snapshot));
        return actual == expected ? [] : Differences(name, actual, expected, rules).Select(message => new Drift(name, message));
    }

    private static IEnumerable<string> Differences(
        string name,
        string actual,
        string expected,
        IReadOnlyDictionary<(string, string), double> rules
    )
    {
        if (Whole(actual) is not { } table || Whole(expected) is not { } snapshot)
        {
            return [LineDiff(actual, expected)];
        }

        bool sameShape = snapshot.Header.SequenceEqual(table.Header) && snapshot.Rows.Count == table.Rows.Count;
        return sameShape ? Cells(name, table, snapshot, rules) : [LineDiff(actual, expected)];
    }

    // Null where rows are short or long.
    private static CsvTable? Whole(string text)
    {
        try
        {
            return CsvTable.Parse(text);
        }
        catch (ResearchException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Cells(
        string name,
        CsvTable table,
        CsvTable snapshot,
        IReadOnlyDictionary<(string, string), double> rules
    )
    {
        string[] differences =
        [
            .. from row in Enumerable.Range(0, table.Rows.Count)
            from column in Enumerable.Range(0, table.Header.Count)
            let expected = snapshot.Rows[row][column]
            let actual = table.Rows[row][column]
            where !Same(expected, actual, rules.GetValueOrDefault((name, table.Header[column])))
            select $"row {row + 1} ({Key(table, row)}), {table.Header[column]}: {expected} → {actual}",
        ];
        int more = differences.Length - MostCells;
        return more > 0 ? [.. differences.Take(MostCells), $"… and {more} more cells."] : differences;
    }

    private static bool Same(string expected, string actual, double tolerance)
    {
        if (expected == actual || tolerance == 0)
        {
            return expected == actual;
        }

        return double.TryParse(expected, CultureInfo.InvariantCulture, out double a)
            && double.TryParse(actual, CultureInfo.InvariantCulture, out double b)
            && Math.Abs(a - b) <= tolerance;
    }

    // The cells of a row that are no numbers say which it is.
    private static string Key(CsvTable table, int row) =>
        string.Join(
            " / ",
            table.Rows[row].Where(cell => cell.Length > 0 && !double.TryParse(cell, CultureInfo.InvariantCulture, out _)).Take(4)
        );

    private static string LineDiff(string actual, string snapshot)
    {
        DiffPaneModel diff = new InlineDiffBuilder(new Differ()).BuildDiffModel(snapshot.TrimEnd('\n'), actual.TrimEnd('\n'));
        IEnumerable<string> changed = diff
            .Lines.Where(line => line.Type is ChangeType.Inserted or ChangeType.Deleted)
            .Select(line => (line.Type == ChangeType.Inserted ? "  + " : "  - ") + line.Text);
        return "has other rows or columns:\n" + string.Join("\n", changed.Take(2 * MostCells));
    }
}
