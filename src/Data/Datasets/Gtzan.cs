using System.Globalization;
using Research.Data.Tables;
using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>What all sets made of GTZAN share (Tzanetakis and Cook, 2002): ten genres of a hundred clips named "blues.00000", its repetitions, its fault-filtered list.</summary>
/// <remarks>
/// The published split is the fault-filtered list (Kereliuk, Sturm and Larsen, 2015): artists on one side only, no repetition, no distortion; clips that it leaves out
/// have no part. Groups are songs: clips that are the same recording have one (after Sturm, 2013, arXiv 1306.1461, as far as the pictures of gtzan-specgrams show it).
/// </remarks>
internal static class Gtzan
{
    public const string SplitsFile = "splits.csv";

    private const int ClipsAGenre = 100;
    private const string List = "fault-filtered";

    public static IReadOnlyList<string> Genres =>
        ["blues", "classical", "country", "disco", "hiphop", "jazz", "metal", "pop", "reggae", "rock"];

    /// <summary>Names of all thousand clips, ordinal order.</summary>
    public static IEnumerable<string> Clips =>
        from genre in Genres
        from number in Enumerable.Range(0, ClipsAGenre)
        select NameOf(genre, number);

    public static string NameOf(string genre, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{genre}.{number:00000}");

    /// <summary>The genre in a clip's name.</summary>
    /// <exception cref="ResearchException">It is no name of a clip.</exception>
    public static string GenreOf(string clip) =>
        Genres.FirstOrDefault(genre => clip.StartsWith(genre + ".", StringComparison.Ordinal)) is { } known
        && clip.Length == known.Length + 6
        && clip[(known.Length + 1)..].All(char.IsAsciiDigit)
            ? known
            : throw new ResearchException(
                $"'{clip}' is not named genre.NNNNN with one of {string.Join(", ", Genres)}, as GTZAN's clips are."
            );

    /// <summary>The first clip that is the same recording: itself, but for the fifteen exact repetitions. One of them has two genres.</summary>
    public static string SongOf(string clip) =>
        clip switch
        {
            "disco.00099" => "disco.00098",
            "hiphop.00045" => "hiphop.00039",
            "hiphop.00078" => "hiphop.00076",
            "metal.00061" => "metal.00040",
            "metal.00062" => "metal.00041",
            "metal.00063" => "metal.00042",
            "metal.00064" => "metal.00043",
            "metal.00065" => "metal.00044",
            "metal.00066" => "metal.00045",
            "metal.00094" => "metal.00034",
            "pop.00060" => "pop.00054",
            "pop.00071" => "pop.00067",
            "reggae.00074" => "reggae.00073",
            "reggae.00082" => "reggae.00081",
            "rock.00016" => "metal.00058",
            _ => clip,
        };

    /// <summary>The part of each clip that the fault-filtered list has.</summary>
    /// <param name="folder">Holds splits.csv.</param>
    /// <exception cref="ResearchException">The file is missing, or names an unknown part or a clip twice.</exception>
    public static IReadOnlyDictionary<string, Subset> Parts(string folder)
    {
        var parts = new Dictionary<string, Subset>(StringComparer.Ordinal);
        foreach (TextRow row in TextTable.Read(Path.Combine(folder, SplitsFile), ',').Rows.Where(row => row["list"] == List))
        {
            if (!parts.TryAdd(NameOf(row["genre"], row.Whole("number")), SubsetName.Parse(row, "part")))
            {
                throw row.Fault($"{row["genre"]} {row["number"]} is listed twice; a clip is in one part, and there once.");
            }
        }

        return parts;
    }

    /// <summary>An item of a clip.</summary>
    /// <param name="parts">As <see cref="Parts"/> reads them.</param>
    public static Item ItemOf(string clip, IReadOnlyDictionary<string, Subset> parts, ItemContent content) =>
        new(clip, GenreOf(clip), SongOf(clip), parts.TryGetValue(clip, out Subset part) ? part : null, content);

    public static DatasetCard CardOf(PinnedDataset dataset, IEnumerable<string> clips) =>
        new()
        {
            Dataset = dataset,
            Classes = Genres,
            GroupKind = "song",
            Groups = [.. clips.Select(SongOf).Distinct().Order(StringComparer.Ordinal)],
            PublishedSubsets = [Subset.Train, Subset.Validation, Subset.Test],
            ClaimNames = [],
            StandsInFor = [],
        };
}
