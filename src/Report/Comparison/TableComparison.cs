using System.Globalization;
using Research.Results.Tables;

namespace Research.Report.Comparison;

/// <summary>A table in two folders of results.</summary>
/// <param name="Name">Without extension.</param>
/// <param name="Differences">Cells that differ; empty where the tables have not the same rows and columns.</param>
/// <param name="Shape">How rows or columns differ, in words; empty where they do not.</param>
internal sealed record TableComparison(string Name, IReadOnlyList<CellDifference> Differences, string Shape)
{
    public bool IsSame => Differences.Count == 0 && Shape.Length == 0;

    /// <param name="here">Null where it is not there.</param>
    /// <param name="there">Null where it is not there.</param>
    public static TableComparison Of(string name, CsvTable? here, CsvTable? there)
    {
        if (here is null || there is null)
        {
            return new(name, [], here is null ? "only in the snapshot" : "only in this tree");
        }

        if (here.Rows.Count != there.Rows.Count)
        {
            return new(
                name,
                [],
                string.Create(CultureInfo.InvariantCulture, $"{here.Rows.Count} rows here, {there.Rows.Count} in the snapshot")
            );
        }

        return here.Header.SequenceEqual(there.Header)
            ? new(name, [.. Cells(here, there)], "")
            : new(
                name,
                [],
                $"columns here: {string.Join(", ", here.Header)}; in the snapshot: {string.Join(", ", there.Header)}"
            );
    }

    private static IEnumerable<CellDifference> Cells(CsvTable here, CsvTable there) =>
        from row in Enumerable.Range(0, here.Rows.Count)
        from column in Enumerable.Range(0, here.Header.Count)
        where here.Rows[row][column] != there.Rows[row][column]
        select new CellDifference(Key(here.Rows[row]), here.Header[column], there.Rows[row][column], here.Rows[row][column]);

    // The cells that are no numbers say which row it is.
    private static string Key(IReadOnlyList<string> row) =>
        string.Join(
            " / ",
            row.Where(cell => cell.Length > 0 && !double.TryParse(cell, CultureInfo.InvariantCulture, out _)).Take(4)
        );
}

/// <summary>A cell that differs.</summary>
/// <param name="Row">What its row is about.</param>
/// <param name="Column">Its heading.</param>
/// <param name="Snapshot">In the committed results.</param>
/// <param name="Here">In this tree's.</param>
internal sealed record CellDifference(string Row, string Column, string Snapshot, string Here);
