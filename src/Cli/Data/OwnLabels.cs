using Research.Data;
using Research.Data.Own;
using Research.Numerics;
using Research.Results.Tables;

namespace Research.Cli.Data;

/// <summary>Reads a user's table of labels: a header, then a row a recording.</summary>
internal static class OwnLabels
{
    public const string File = "file";
    public const string Label = "label";
    public const string Part = "part";

    /// <param name="path">CSV with the columns file and label, and, if wanted, part (train, validation or test) and the group's.</param>
    /// <param name="group">The group's column; null where each recording stands alone.</param>
    /// <exception cref="ResearchException">A column is missing, or a part is none.</exception>
    public static IReadOnlyList<OwnItem> Read(string path, string? group)
    {
        var table = CsvTable.Load(path);
        int file = Column(table, File, path);
        int label = Column(table, Label, path);
        int? grouped = group is null ? null : Column(table, group, path);
        int part = table.Header.ToList().IndexOf(Part);
        return
        [
            .. table.Rows.Select(row =>
            {
                string name = row[file].Replace('\\', '/');
                return new OwnItem(name, row[label], grouped is { } k ? row[k] : name, part < 0 ? null : PartOf(row[part], name));
            }),
        ];
    }

    private static int Column(CsvTable table, string name, string path)
    {
        int column = table.Header.ToList().IndexOf(name);
        return column >= 0
            ? column
            : throw new ResearchException(
                $"{path}: has no column '{name}'; it has {string.Join(", ", table.Header)}. The first line names the columns: file,label and, where you have it, the group's, such as speaker."
            );
    }

    private static Subset? PartOf(string text, string file) =>
        text.Length == 0 ? null
        : Enum.TryParse(text, ignoreCase: true, out Subset subset) && text.All(char.IsAsciiLetter) ? subset
        : throw new ResearchException($"{file}: the part '{text}' is none; train, validation and test are, or nothing.");
}
