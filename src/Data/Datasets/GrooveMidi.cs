using System.Collections.ObjectModel;
using System.Globalization;
using Research.Data.Tables;
using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>Groove MIDI 1.0.0 (Gillick, Roberts, Engel, Eck and Bamman, 2019): 1,150 performances of ten drummers to a metronome, beats and fills, as MIDI.</summary>
/// <remarks>
/// An item's matrix holds its strokes (see <see cref="Music.MidiPiece.ToMatrix"/>); its marks are the metronome's quarter notes; its target is the tempo in beats a minute. The
/// label is the style, the group the drummer; several styles come from one or two drummers. The published split has drummers on all sides.
/// </remarks>
public static class GrooveMidi
{
    private static readonly string[] Styles =
    [
        "afrobeat",
        "afrocuban",
        "blues",
        "country",
        "dance",
        "funk",
        "gospel",
        "highlife",
        "hiphop",
        "jazz",
        "latin",
        "middleeastern",
        "neworleans",
        "pop",
        "punk",
        "reggae",
        "rock",
        "soul",
    ];

    public static PinnedDataset Dataset => new("groove-midi", Read);

    public static DatasetCard Card =>
        new()
        {
            Dataset = Dataset,
            Classes = Styles,
            GroupKind = "drummer",
            Groups = [.. Enumerable.Range(1, 10).Select(Drummer).Order(StringComparer.Ordinal)],
            PublishedSubsets = [Subset.Train, Subset.Validation, Subset.Test],
            ClaimNames = [],
            StandsInFor = [],
        };

    /// <summary>Lists the performances of a verified folder, named as its files: "drummer1/session1/1_funk_80_beat_4-4".</summary>
    /// <exception cref="ResearchException">A row of the table has a fault.</exception>
    public static IReadOnlyList<Item> Read(string folder) =>
        [
            .. TextTable
                .Read(Path.Combine(folder, "info.csv"), ',')
                .Rows.Select(row => ItemOf(row, folder))
                .OrderBy(item => item.Id, StringComparer.Ordinal),
        ];

    private static Item ItemOf(TextRow row, string folder)
    {
        string file = row["midi_filename"];
        string style = row["style"].Split('/')[0];
        double tempo = row.Number("bpm");
        if (!Styles.Contains(style) || tempo is < 1 or > 1000)
        {
            throw row.Fault(
                $"the style '{style}' at {tempo} beats a minute is none of {string.Join(", ", Styles)} at 1 to 1000."
            );
        }

        ItemContent strokes = MidiItems.NotesOf(Path.Combine(folder, file));
        return new Item(Path.ChangeExtension(file, null), style, row["drummer"], SubsetName.Parse(row, "split"), strokes)
        {
            Marks = Beats(tempo, row.Number("duration")),
            Targets = new Dictionary<string, double> { ["tempo"] = tempo },
        };
    }

    private static Mark[] Beats(double tempo, double seconds) =>
        [
            .. Enumerable
                .Range(0, (int)(Math.Clamp(seconds, 0, 14_400) * tempo / 60) + 1)
                .Select(k => 60 * k / tempo)
                .Select(at => new Mark("beat", at, at, ReadOnlyDictionary<string, double>.Empty)),
        ];

    private static string Drummer(int number) => string.Create(CultureInfo.InvariantCulture, $"drummer{number}");
}
