using Research.Data.Download;
using Research.Data.Tables;
using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>The private set of the study of film emotion: 17,000 excerpts of ten seconds of rock and pop with Spotify's energy and valence. Nobody outside has it; this reads it for whoever has one like it.</summary>
/// <remarks>
/// A folder with <c>big-set.csv</c> (columns file, energy, valence, and part: train or test, as the study was given it) and the recordings that it names, in the folder <c>audio</c>. Energy and valence lie between 0 and 1. Each
/// excerpt is a group of its own. It has no pin, as nobody published its bytes: an experiment names <see cref="Dataset"/> once <c>research data add big-set FOLDER --whole</c> has pinned such a folder.
/// </remarks>
public static class BigSet
{
    private const string Table = "big-set.csv";

    /// <summary>Patterns of its files.</summary>
    public static IReadOnlyList<string> Files => [Table, "audio/*"];

    public static PinnedDataset Dataset => new("big-set", Read);

    /// <summary>Lists the excerpts of a folder.</summary>
    /// <exception cref="ResearchException">A row of the table has a fault, or names a file outside the folder.</exception>
    public static IReadOnlyList<Item> Read(string folder) =>
        [
            .. TextTable
                .Read(Path.Combine(folder, Table), ',')
                .Rows.Select(row => ItemOf(row, folder))
                .OrderBy(item => item.Id, StringComparer.Ordinal),
        ];

    private static Item ItemOf(TextRow row, string folder)
    {
        string file = row["file"];
        if (!ArchiveNames.IsInside(file) || Path.GetDirectoryName(file) != "audio")
        {
            throw row.Fault($"the file '{file}' does not lie in the folder audio.");
        }

        string id = Path.GetFileNameWithoutExtension(file);
        Subset? part = row["part"].Length > 0 ? SubsetName.Parse(row, "part") : null;
        return new Item(id, null, id, part, RecordingFile.ContentOf(Path.Combine(folder, file)))
        {
            Targets = new Dictionary<string, double> { ["energy"] = Share(row, "energy"), ["valence"] = Share(row, "valence") },
        };
    }

    private static double Share(TextRow row, string column) =>
        row.Number(column) is >= 0 and <= 1 and double value
            ? value
            : throw row.Fault($"'{row[column]}' stands under '{column}', where a number from 0 to 1 is needed.");
}
