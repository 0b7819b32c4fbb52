using System.Globalization;
using Research.Data.Tables;
using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>Echo Nest's values of 13,129 tracks of the Free Music Archive (Defferrard, Benzi, Vandergheynst and Bresson, 2017); tables only, no audio.</summary>
/// <remarks>
/// Targets are valence, energy and danceability, 0 to 1; an item's matrix is one row of the other five values (see <see cref="Columns"/>). The values are outputs of a
/// model, not listeners' ratings. The genre is known of 5,618 tracks; the others have no label. Artists are not in the tables, so each track is a group of its own.
/// </remarks>
public static class FmaEchonest
{
    private static readonly string[] Genres =
    [
        "Electronic",
        "Experimental",
        "Folk",
        "Hip-Hop",
        "Instrumental",
        "International",
        "Pop",
        "Rock",
    ];

    /// <summary>What an item's matrix holds; the tempo in beats a minute, the others 0 to 1.</summary>
    public static IReadOnlyList<string> Columns => ["acousticness", "instrumentalness", "liveness", "speechiness", "tempo"];

    public static IReadOnlyList<string> Targets => ["valence", "energy", "danceability"];

    public static PinnedDataset Dataset => new("fma-echonest", Read);

    public static DatasetCard Card =>
        new()
        {
            Dataset = Dataset,
            Classes = Genres,
            GroupKind = "track",
            Groups = [],
            PublishedSubsets = [],
            ClaimNames = [],
            StandsInFor = [],
        };

    /// <summary>Lists the tracks, named as FMA's files are: 000002.</summary>
    /// <exception cref="ResearchException">A cell is no number, or a genre is unknown.</exception>
    public static IReadOnlyList<Item> Read(string folder) =>
        [
            .. TextTable
                .Read(Path.Combine(folder, "echonest_genre.csv"), ',')
                .Rows.Select(ItemOf)
                .OrderBy(item => item.Id, StringComparer.Ordinal),
        ];

    private static Item ItemOf(TextRow row)
    {
        string id = row.Whole("track_id").ToString("000000", CultureInfo.InvariantCulture);
        string genre = row["genre"];
        if (genre.Length > 0 && !Genres.Contains(genre))
        {
            throw row.Fault($"the genre '{genre}' is none of {string.Join(", ", Genres)}.");
        }

        double[] values = [.. Columns.Select(row.Number)];
        return new Item(id, genre.Length > 0 ? genre : null, id, null, new MatrixContent(Matrix.OfRows([values])))
        {
            Targets = Targets.ToDictionary(name => name, row.Number),
        };
    }
}
