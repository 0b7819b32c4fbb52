using Research.Data.Tables;
using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>Set 1 of Eerola and Vuoskoski (2011): 360 excerpts of film music, rated by experts for valence, energy, tension and five emotions.</summary>
/// <remarks>
/// Ratings are means on scales from 1 to 9 (none in this set exceeds 8). All ratings are here; of the recordings twelve, which listeners were meant to hear as happy (nine) or sad (three). Who has
/// the others pins them with <c>research data add eerola-360-audio FOLDER --whole</c>: see docs/music-data.md. The group is the album.
/// </remarks>
public static class Eerola360
{
    /// <summary>Excerpts of the set.</summary>
    public const int Excerpts = 360;

    private const string Ratings = "set1/mean_ratings_set1.csv";
    private const string Tracks = "set1/set1_tracklist.csv";
    private const string Misspelt = "The Portait of a Lady"; // two excerpts of the same album stand under its right name

    /// <summary>The ratings: an item's matrix is one row of eight, in the order of <see cref="FilmRatings"/>.</summary>
    public static PinnedDataset Dataset => new("eerola-360", folder => Read(folder, RatingsOf));

    /// <summary>The recordings that are here, 44.1 kHz, 14 to 30 s.</summary>
    public static PinnedDataset Audio => new("eerola-360-audio", folder => Read(folder, file => RecordingOf(folder, file)));

    public static DatasetCard Card => CardOf(Dataset, "360-set");

    public static DatasetCard AudioCard => CardOf(Audio);

    // Excerpts without content are left out.
    private static Item[] Read(string folder, Func<Excerpt, ItemContent?> contentOf)
    {
        var albums = TextTable.Read(Path.Combine(folder, Tracks), ',').Rows.ToDictionary(row => row["Nro"], AlbumOf);
        return
        [
            .. TextTable
                .Read(Path.Combine(folder, Ratings), '\t')
                .Rows.Select(row => ExcerptOf(row, albums))
                .Select(excerpt => (Excerpt: excerpt, Content: contentOf(excerpt)))
                .Where(own => own.Content is not null)
                .Select(own => ItemOf(own.Excerpt, own.Content!))
                .OrderBy(item => item.Id, StringComparer.Ordinal),
        ];
    }

    private static Excerpt ExcerptOf(TextRow row, Dictionary<string, string> albums)
    {
        string number = row["number"];
        return number.Length == 3 && number.All(char.IsAsciiDigit) && albums.TryGetValue(number, out string? album)
            ? new(number, album, FilmRatings.Of(row, name => name))
            : throw row.Fault($"'{number}' is no number of three digits that {Tracks} lists.");
    }

    private static Item ItemOf(Excerpt excerpt, ItemContent content) =>
        new(excerpt.Number, null, excerpt.Album, null, content) { Targets = excerpt.Targets };

    private static MatrixContent RatingsOf(Excerpt excerpt) =>
        new(
            Matrix.OfRows([
                [.. FilmRatings.Scales.Concat(FilmRatings.Emotions).Select(name => excerpt.Targets[name])],
            ])
        );

    private static WaveformContent? RecordingOf(string folder, Excerpt excerpt)
    {
        string file = Path.Combine(folder, "set1", "audio", excerpt.Number + ".mp3");
        return File.Exists(file) ? RecordingFile.ContentOf(file) : null;
    }

    private static string AlbumOf(TextRow row) =>
        row["Album name"].Trim() is var album && album == Misspelt ? "The Portrait of a Lady" : album;

    private static DatasetCard CardOf(PinnedDataset dataset, params IReadOnlyList<string> claimNames) =>
        new()
        {
            Dataset = dataset,
            Classes = [],
            GroupKind = "album",
            Groups = [],
            PublishedSubsets = [],
            ClaimNames = claimNames,
            StandsInFor = [],
        };

    private sealed record Excerpt(string Number, string Album, IReadOnlyDictionary<string, double> Targets);
}
