using Research.Data.Tables;
using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>EMOPIA 1.0 (Hung, Ching, Doh, Kim, Nam and Yang, 2021): 1,078 clips of pop piano as MIDI, each in a quadrant of valence and arousal.</summary>
/// <remarks>
/// An item's matrix holds its notes (see <see cref="Music.MidiPiece.ToMatrix"/>). Q1 is valence and arousal high, Q2 arousal alone, Q3 neither, Q4 valence alone; as targets 1 and -1.
/// The published split is the authors' by clip, which has no song on two sides; 27 clips are in none of its parts. The group is the song.
/// </remarks>
public static class EmopiaMidi
{
    private static readonly string[] Quadrants = ["Q1", "Q2", "Q3", "Q4"];

    public static PinnedDataset Dataset => new("emopia-midi", Read);

    public static DatasetCard Card =>
        new()
        {
            Dataset = Dataset,
            Classes = Quadrants,
            GroupKind = "song",
            Groups = [],
            PublishedSubsets = [Subset.Train, Subset.Validation, Subset.Test],
            ClaimNames = [],
            StandsInFor = [],
        };

    /// <summary>Lists the clips of a verified folder, named "Q1_SONG_0".</summary>
    /// <exception cref="ResearchException">A row of the labels has a fault.</exception>
    public static IReadOnlyList<Item> Read(string folder) =>
        [
            .. TextTable
                .Read(Path.Combine(folder, "labels.csv"), ',')
                .Rows.Select(row => ItemOf(row, folder))
                .OrderBy(item => item.Id, StringComparer.Ordinal),
        ];

    private static Item ItemOf(TextRow row, string folder)
    {
        string quadrant = row["quadrant"];
        if (!Quadrants.Contains(quadrant))
        {
            throw row.Fault($"the quadrant '{quadrant}' is none of {string.Join(", ", Quadrants)}.");
        }

        Subset? part = row["split"].Length > 0 ? SubsetName.Parse(row, "split") : null;
        return new Item(row["clip"], quadrant, row["song"], part, MidiItems.NotesOf(Path.Combine(folder, row["file"])))
        {
            Targets = MidiItems.Affect(row.Number("valence"), row.Number("arousal")),
        };
    }
}
