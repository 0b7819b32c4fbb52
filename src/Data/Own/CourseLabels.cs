using Research.Data.Tables;
using Research.Numerics;

namespace Research.Data.Own;

/// <summary>One label file of the course's archive: a heading, then file name, tab, and genre, or valence, energy and danceability.</summary>
/// <remarks>A file is known by what stands before the first dot of its name, as in the course's own code: archives were unzipped on the way to some users.</remarks>
internal sealed class CourseLabels
{
    private static readonly string[] Targets = ["valence", "energy", "danceability"];

    private CourseLabels(IReadOnlyList<OwnItem> items, IReadOnlyList<string> dropped) => (Items, Dropped) = (items, dropped);

    public IReadOnlyList<OwnItem> Items { get; }

    /// <summary>Arrays whose label the study dropped, below the archive's folder.</summary>
    public IReadOnlyList<string> Dropped { get; }

    public static bool Exist(string folder, string part) => File.Exists(PathOf(folder, part));

    /// <summary>The arrays of a part, below the archive's folder.</summary>
    public static IReadOnlyList<string> Arrays(string folder, string part) =>
        Directory.Exists(Path.Combine(folder, part))
            ?
            [
                .. Directory
                    .EnumerateFiles(Path.Combine(folder, part))
                    .Select(file => $"{part}/{Path.GetFileName(file)}")
                    .Where(OwnArrays.Is)
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <param name="folder">The archive's.</param>
    /// <param name="part">train or test.</param>
    /// <exception cref="ResearchException">The file is missing, names an array that is not there or a genre that is none, or leaves a class empty.</exception>
    public static CourseLabels Read(string folder, string part)
    {
        TextTable table = TextTable.Read(PathOf(folder, part), '\t');
        ILookup<string, string> files = Arrays(folder, part).ToLookup(IdOf, StringComparer.Ordinal);
        (OwnItem? Item, string File)[] rows = [.. table.Rows.Select(row => Parse(row, FileOf(row, files, part), Has(table)))];
        OwnItem[] items = [.. rows.Select(row => row.Item).OfType<OwnItem>()];
        if (!Has(table))
        {
            CheckClasses(items, table.Name);
        }

        return new(items, [.. rows.Where(row => row.Item is null).Select(row => row.File)]);
    }

    private static bool Has(TextTable table) => Targets.All(table.Heading.Contains);

    private static (OwnItem?, string) Parse(TextRow row, string file, bool targets)
    {
        string id = IdOf(file);
        if (targets)
        {
            Dictionary<string, double> values = Targets.ToDictionary(name => name, row.Number);
            return (new OwnItem(id, file, "", id, null) { Targets = values }, file);
        }

        string label = row.Cells.Count == 2 ? row.Cells[1].Trim() : "";
        return CourseClasses.IsKnown(label)
            ? (CourseClasses.Of(label) is { } merged ? new OwnItem(id, file, merged, id, null) : null, file)
            : throw row.Fault(
                label.Length == 0
                    ? "has no genre; file name, tab and genre are needed, or the columns valence, energy and danceability."
                    : $"the genre '{label}' is none of the course's twenty."
            );
    }

    private static string FileOf(TextRow row, ILookup<string, string> files, string part)
    {
        string[] found = [.. files[IdOf(row.Cells[0].Trim())]];
        return found.Length == 1
            ? found[0]
            : throw row.Fault(
                found.Length == 0
                    ? $"names '{row.Cells[0]}', and the folder {part} has no such array."
                    : $"names '{row.Cells[0]}', and the folder {part} has {string.Join(" and ", found)}; keep one."
            );
    }

    private static void CheckClasses(IEnumerable<OwnItem> items, string name)
    {
        string[] empty = [.. CourseClasses.Merged.Except(items.Select(item => item.Label))];
        if (empty.Length > 0)
        {
            throw new ResearchException(
                $"{name}: once labels are merged and dropped, no track is left of {string.Join(", ", empty)}; the study has ten classes, each with tracks. Copy the label files again, or add the arrays with --labels."
            );
        }
    }

    private static string IdOf(string file) => Path.GetFileName(file).Split('.')[0];

    private static string PathOf(string folder, string part) => Path.Combine(folder, part + "_labels.txt");
}
