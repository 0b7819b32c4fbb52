using Research.Data.Tables;

namespace Research.Data.Datasets;

/// <summary>MemoMusic 3.0: piano pieces, classical, pop and by Yanni, with valence and arousal; 179 as MIDI, 61 as recordings of 15 s.</summary>
/// <remarks>
/// Valence is a whole number from -5 to 5, arousal from 0 to 10; who rated is not stated. Recordings have the sample rates of their originals: 32 kHz for
/// classical and pop, 44.1 or 48 kHz for Yanni, so that rate and kind are confounded: bring all to one rate of at most 16 kHz. Whether MIDI file and recording are one
/// performance is not known. Each piece is a group of its own.
/// </remarks>
public static class MemoMusic
{
    private static readonly string[] Kinds = ["classic", "pop", "yanni"];

    /// <summary>The pieces' notes, see <see cref="Music.MidiPiece.ToMatrix"/>.</summary>
    public static PinnedDataset Midi => new("memomusic-midi", folder => Read(folder, "midi", MidiItems.NotesOf));

    /// <summary>Recordings.</summary>
    public static PinnedDataset Audio => new("memomusic-audio", folder => Read(folder, "audio", RecordingFile.ContentOf));

    public static DatasetCard MidiCard => CardOf(Midi);

    public static DatasetCard AudioCard => CardOf(Audio);

    // A column names the file of each piece; pieces without one are left out.
    private static IReadOnlyList<Item> Read(string folder, string column, Func<string, ItemContent> contentOf) =>
        [
            .. TextTable
                .Read(Path.Combine(folder, "index.csv"), ',')
                .Rows.Where(row => row[column].Length > 0)
                .Select(row => ItemOf(row, row[column], contentOf(Path.Combine(folder, row[column]))))
                .OrderBy(item => item.Id, StringComparer.Ordinal),
        ];

    private static Item ItemOf(TextRow row, string file, ItemContent content)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        return Kinds.Contains(row["type"])
            ? new Item(name, row["type"], name, null, content)
            {
                Targets = MidiItems.Affect(row.Number("valence"), row.Number("arousal")),
            }
            : throw row.Fault($"the type '{row["type"]}' is none of {string.Join(", ", Kinds)}.");
    }

    private static DatasetCard CardOf(PinnedDataset dataset) =>
        new()
        {
            Dataset = dataset,
            Classes = Kinds,
            GroupKind = "piece",
            Groups = [],
            PublishedSubsets = [],
            ClaimNames = [],
            StandsInFor = [],
        };
}
