using Research.Data.Tables;
using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>VGMIDI 0.2 (Ferreira and Whitehead, 2019): 200 pieces of video games for piano, as MIDI, rated by about thirty listeners each.</summary>
/// <remarks>
/// An item's matrix holds its notes (see <see cref="Music.MidiPiece.ToMatrix"/>). Targets are valence and arousal, -1 to 1: means over listeners of each one's mean over time, without series whose
/// variance is above 0.1, as the authors filter. The group is the series, of single games the game; what the authors call Other is told apart by the game's name. Four pieces that nobody rated are left out.
/// </remarks>
public static class Vgmidi
{
    private const string Other = "Other"; // what the authors call games of small series

    private static readonly string[] Series =
    [
        "Age of Empires",
        "Aion Tower of Eternity",
        "Banjo-Kazooie",
        "Battle of Olympus",
        "Chrono",
        "Donkey Kong",
        "Dragon Quest",
        "Final Fantasy",
        "Ghosts 'n Goblins",
        "GoldenEye 007",
        "Indiana Jones",
        "Mana",
        "Shadow of the Colossus",
        "Star Fox",
        "Super Mario",
        "Tetris",
        "The Legend of Zelda",
        "The Sims",
        "Warcraft",
        "World of Warcraft",
        "Xeno",
    ];

    public static PinnedDataset Dataset => new("vgmidi", Read);

    public static DatasetCard Card =>
        new()
        {
            Dataset = Dataset,
            Classes = [],
            GroupKind = "series",
            Groups = Series,
            PublishedSubsets = [],
            ClaimNames = [],
            StandsInFor = ["multitask"],
        };

    /// <summary>Lists the rated pieces of a verified folder, named "SERIES_CONSOLE_GAME_PIECE".</summary>
    /// <exception cref="ResearchException">A row of the labels has a fault.</exception>
    public static IReadOnlyList<Item> Read(string folder) =>
        [
            .. TextTable
                .Read(Path.Combine(folder, "labels_by_piece.csv"), ',')
                .Rows.Select(row => ItemOf(row, folder))
                .OrderBy(item => item.Id, StringComparer.Ordinal),
        ];

    private static Item ItemOf(TextRow row, string folder)
    {
        string name = Path.GetFileNameWithoutExtension(row["file"]);
        string[] parts = name.Split('_');
        if (parts.Length < 4)
        {
            throw row.Fault($"'{name}' is not named SERIES_CONSOLE_GAME_PIECE.");
        }

        string game = parts[0] == Other ? parts[2] : parts[0];
        string group =
            Series.FirstOrDefault(known => game.StartsWith(known, StringComparison.Ordinal))
            ?? throw row.Fault($"the game '{game}' is of no series that is known: {string.Join(", ", Series)}.");
        return new Item(name, null, group, null, MidiItems.NotesOf(Path.Combine(folder, row["file"])))
        {
            Targets = MidiItems.Affect(row.Number("valence"), row.Number("arousal")),
        };
    }
}
