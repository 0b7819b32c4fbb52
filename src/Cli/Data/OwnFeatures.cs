using System.Globalization;
using Research.Data.Own;
using Research.Numerics;
using Research.Results.Tables;

namespace Research.Cli.Data;

/// <summary>A user's table of features: a column 'file' that names the items, and columns of numbers.</summary>
internal static class OwnFeatures
{
    /// <param name="path">CSV.</param>
    /// <param name="others">Columns that are no features, as labels may stand in the same table.</param>
    /// <exception cref="ResearchException">A cell is no finite number, an item is there twice, or there is no feature.</exception>
    public static OwnTable Read(string path, IEnumerable<string> others)
    {
        CsvTable table = UserTable.Load(path);
        int name = UserTable.Column(table, OwnLabels.File, path);
        int[] features = [.. Enumerable.Range(0, table.Header.Count).Where(k => !others.Contains(table.Header[k]))];
        if (features.Length == 0 || table.Rows.Count == 0)
        {
            throw new ResearchException(
                $"{path}: has {features.Length} columns of features and {table.Rows.Count} rows; both are needed."
            );
        }

        string[] names = [.. table.Rows.Select(row => row[name])];
        if (names.CountBy(item => item).FirstOrDefault(count => count.Value > 1).Key is { } twice)
        {
            throw new ResearchException($"{path}: '{twice}' is there more than once; each item has one row.");
        }

        double[][] values =
        [
            .. table.Rows.Select(row => features.Select(k => Number(row[k], row[name], table.Header[k], path)).ToArray()),
        ];
        return new OwnTable(names, [.. features.Select(k => table.Header[k])], Matrix.OfRows(values));
    }

    private static double Number(string cell, string item, string column, string path) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw new ResearchException(
                $"{path}: '{item}' has '{cell}' under '{column}', where a finite number is needed; a column that is no feature does not belong there."
            );
}
