using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>EMOPIA, VGMIDI and MemoMusic together: 1,457 pieces for piano as MIDI with an emotion quadrant or ratings. What stands in for film music that cannot be had.</summary>
/// <remarks>
/// An item's matrix holds its notes. Its id begins with its set: "emopia/Q1_…", "vgmidi/…", "memomusic/…", and so does its group, a song, a series of games or a piece. The class is the quadrant: EMOPIA's
/// own; of the others by the signs of valence and arousal about the middle of their scale, none on the middle itself. Targets are valence and arousal brought to -1 to 1 (MemoMusic: valence / 5, (arousal - 5) / 5;
/// EMOPIA: 1 or -1), so figures of one set say nothing about the level of another. EMOPIA's published split is kept.
/// </remarks>
public static class PianoEmotion
{
    /// <summary>Beginnings of the ids.</summary>
    public const string Emopia = "emopia";

    public const string Vgmidi = "vgmidi";

    public const string MemoMusic = "memomusic";

    private const double MemoScale = 5; // half the range of both scales

    public static PinnedDataset Dataset => new("piano-emotion", Read);

    public static DatasetCard Card =>
        new()
        {
            Dataset = Dataset,
            Classes = ["Q1", "Q2", "Q3", "Q4"],
            GroupKind = "song, series or piece",
            Groups = [],
            PublishedSubsets = [Subset.Train, Subset.Validation, Subset.Test],
            ClaimNames = [],
            StandsInFor = [],
        };

    /// <summary>Lists the pieces of a verified folder, into which the three archives were unpacked.</summary>
    /// <exception cref="ResearchException">A row of a table has a fault.</exception>
    public static IReadOnlyList<Item> Read(string folder) =>
        [
            .. EmopiaMidi.Read(folder).Select(item => Of(Emopia, item, 0, 1) with { Label = item.Label }),
            .. Datasets.MemoMusic.Midi.Read(folder).Select(item => Of(MemoMusic, item, MemoScale, MemoScale)),
            .. Datasets.Vgmidi.Read(folder).Select(item => Of(Vgmidi, item, 0, 1)),
        ];

    // Valence has its middle at 0 everywhere.
    private static Item Of(string set, Item item, double arousalMiddle, double scale)
    {
        (double valence, double arousal) = (item.Targets["valence"] / scale, (item.Targets["arousal"] - arousalMiddle) / scale);
        return item with
        {
            Id = $"{set}/{item.Id}",
            Group = $"{set}/{item.Group}",
            Label = Quadrant(valence, arousal),
            Targets = MidiItems.Affect(valence, arousal),
        };
    }

    private static string? Quadrant(double valence, double arousal) =>
        (valence, arousal) switch
        {
            (0, _) or (_, 0) => null,
            (> 0, > 0) => "Q1",
            (< 0, > 0) => "Q2",
            (< 0, _) => "Q3",
            _ => "Q4",
        };
}
