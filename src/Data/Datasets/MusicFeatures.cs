using Research.Data.Tables;

namespace Research.Data.Datasets;

/// <summary>The four sets of Choi et al. (2017): pooled features with their labels; no audio. See <see cref="PooledFeatures"/>.</summary>
/// <remarks>
/// GTZAN: thousand clips, ten genres, songs and the fault-filtered list as in <see cref="Gtzan"/>. emoMusic: 744 clips of 45 s with arousal and valence, 0 to 1. Extended
/// Ballroom: 4,180 clips, thirteen dances. GTZAN music and speech: 128 clips. Artists are not known, so but for GTZAN each item is a group of its own.
/// </remarks>
public static class MusicFeatures
{
    /// <summary>Values of the network's five layers, which come first.</summary>
    public const int NetworkValues = 160;

    /// <summary>Statistics of MFCC, which come last.</summary>
    public const int MfccValues = 120;

    private static readonly string[] Dances =
    [
        "Chacha",
        "Foxtrot",
        "Jive",
        "Pasodoble",
        "Rumba",
        "Salsa",
        "Samba",
        "Slowwaltz",
        "Tango",
        "Viennesewaltz",
        "Waltz",
        "Wcswing",
        "Quickstep",
    ];

    public static PinnedDataset Gtzan => new("music-features-gtzan", ReadGtzan);

    public static PinnedDataset EmoMusic => new("music-features-emomusic", ReadEmoMusic);

    public static PinnedDataset Ballroom =>
        new("music-features-ballroom", folder => ReadClasses(folder, "ballroom_extended", Dances));

    public static PinnedDataset SpeechMusic =>
        new("music-features-speech-music", folder => ReadClasses(folder, "gtzan_speechmusic", ["music", "speech"]));

    public static DatasetCard GtzanCard => Datasets.Gtzan.CardOf(Gtzan, Datasets.Gtzan.Clips);

    public static DatasetCard EmoMusicCard => CardOf(EmoMusic, []);

    public static DatasetCard BallroomCard => CardOf(Ballroom, [.. Dances.Order(StringComparer.Ordinal)]);

    public static DatasetCard SpeechMusicCard => CardOf(SpeechMusic, ["music", "speech"]);

    private static Item[] ReadGtzan(string folder)
    {
        IReadOnlyDictionary<string, Subset> parts = Datasets.Gtzan.Parts(folder);
        return Read(folder, "gtzan_genre", (row, content) => Datasets.Gtzan.ItemOf(NameOf(row), parts, content));
    }

    private static Item[] ReadEmoMusic(string folder) =>
        Read(
            folder,
            "emoMusic",
            (row, content) =>
                new Item(NameOf(row), null, NameOf(row), null, content)
                {
                    Targets = new Dictionary<string, double>
                    {
                        ["valence"] = row.Number("label_valence"),
                        ["arousal"] = row.Number("label_arousal"),
                    },
                }
        );

    private static Item[] ReadClasses(string folder, string set, string[] classes) =>
        Read(
            folder,
            set,
            (row, content) =>
                row.Whole("label") is var label && label < classes.Length
                    ? new Item(NameOf(row), classes[label], NameOf(row), null, content)
                    : throw row.Fault($"the label {label} is none; 0 to {classes.Length - 1} are.")
        );

    private static Item[] Read(string folder, string set, Func<TextRow, ItemContent, Item> parse)
    {
        TextTable table = TextTable.Read(Path.Combine(folder, "data_csv", set + ".csv"), ',');
        Func<int, MatrixContent> contents = PooledFeatures.Rows(folder, set, table.Rows.Count);
        return [.. table.Rows.Select((row, i) => parse(row, contents(i))).OrderBy(item => item.Id, StringComparer.Ordinal)];
    }

    private static string NameOf(TextRow row) => Path.GetFileNameWithoutExtension(row["filepath"]);

    private static DatasetCard CardOf(PinnedDataset dataset, IReadOnlyList<string> classes) =>
        new()
        {
            Dataset = dataset,
            Classes = classes,
            GroupKind = "item",
            Groups = [],
            PublishedSubsets = [],
            ClaimNames = [],
            StandsInFor = [],
        };
}
