using Research.Data;
using Research.Data.Own;
using Research.Numerics;
using Research.Results.Tables;

namespace Research.Cli.Data;

/// <summary>A user's table of labels: a header, then a row an item.</summary>
/// <param name="path">CSV with the columns file and label, and, if wanted, part (train, validation or test) and the group's.</param>
/// <param name="group">The group's column; null where each item stands alone.</param>
internal sealed class OwnLabels(string path, string? group)
{
    public const string File = "file";
    public const string Label = "label";
    public const string Part = "part";

    /// <summary>Columns that say something of an item and are no feature.</summary>
    public IEnumerable<string> Columns => group is null ? [File, Label, Part] : [File, Label, Part, group];

    /// <param name="named">Whether what the first column names is no file, so that its whole name counts.</param>
    /// <exception cref="ResearchException">The file or a column is missing, or a part is none.</exception>
    public IReadOnlyList<OwnItem> Read(bool named)
    {
        CsvTable table = UserTable.Load(path);
        int file = UserTable.Column(table, File, path);
        int label = UserTable.Column(table, Label, path);
        int? grouped = group is null ? null : UserTable.Column(table, group, path);
        int part = table.Header.ToList().IndexOf(Part);
        return
        [
            .. table.Rows.Select(row =>
            {
                string name = row[file].Replace('\\', '/');
                string id = named ? name : IdOf(name);
                return new OwnItem(
                    id,
                    name,
                    row[label],
                    grouped is { } k ? row[k] : id,
                    part < 0 ? null : PartOf(row[part], name)
                );
            }),
        ];
    }

    private static string IdOf(string file)
    {
        string unzipped = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file[..^3] : file;
        return Path.ChangeExtension(unzipped, null);
    }

    private static Subset? PartOf(string text, string file) =>
        text.Length == 0 ? null
        : Enum.TryParse(text, ignoreCase: true, out Subset subset) && text.All(char.IsAsciiLetter) ? subset
        : throw new ResearchException($"{file}: the part '{text}' is none; train, validation and test are, or nothing.");
}
