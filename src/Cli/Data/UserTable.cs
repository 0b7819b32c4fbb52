using Research.Data;
using Research.Numerics;
using Research.Results.Tables;

namespace Research.Cli.Data;

/// <summary>A table that a user wrote, with commas, or with tabs in a file that ends in .tsv.</summary>
internal static class UserTable
{
    /// <exception cref="UsageException">There is no such file.</exception>
    /// <exception cref="ResearchException">The file is no table.</exception>
    public static CsvTable Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new UsageException(
                Directory.Exists(path)
                    ? $"{path}: is a folder; a table is needed: a CSV file whose first line names the columns, such as file,label."
                    : $"{path}: there is no such file."
            );
        }

        return Path.GetExtension(path).Equals(".tsv", StringComparison.OrdinalIgnoreCase) ? OfTabs(path) : CsvTable.Load(path);
    }

    /// <summary>The place of a column.</summary>
    /// <exception cref="ResearchException">There is no such column.</exception>
    public static int Column(CsvTable table, string name, string path)
    {
        int column = table.Header.ToList().IndexOf(name);
        return column >= 0
            ? column
            : throw new ResearchException(
                $"{path}: has no column '{name}'; it has {string.Join(", ", table.Header)}. The first line names the columns: file,label and, where you have it, the group's, such as speaker."
            );
    }

    private static CsvTable OfTabs(string path)
    {
        string[][] rows =
        [
            .. File.ReadAllLines(path)
                .Where(line => line.Length > 0)
                .Select(line => line.Split('\t').Select(cell => cell.Trim()).ToArray()),
        ];
        int ragged = Array.FindIndex(rows, row => row.Length != rows[0].Length);
        return rows.Length == 0 ? new CsvTable([], [])
            : ragged < 0 ? new CsvTable(rows[0], rows[1..])
            : throw new ResearchException(
                $"{path}: line {ragged + 1} has {rows[ragged].Length} cells where the heading has {rows[0].Length}."
            );
    }
}
