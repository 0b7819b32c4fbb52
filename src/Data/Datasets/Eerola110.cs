using System.Globalization;
using Research.Data.Tables;
using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>Set 2 of Eerola and Vuoskoski (2011): 110 excerpts of film music, rated by 116 listeners, with 25 acoustic features that the first author published; no audio.</summary>
/// <remarks>
/// An item's matrix is one row of the features in the order of <see cref="Columns"/>. Ratings are means on scales from 1 to 9. The group is the soundtrack; excerpts 010 and 095 are the same sound, from one
/// soundtrack.
/// </remarks>
public static class Eerola110
{
    private const int MfccCount = 20;
    private const string Folder = "set2/derived";

    /// <summary>Names of the features: root mean square, four shapes of the spectrum, MFCC; means over time, as librosa has them.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "RMS",
        "sp_centr",
        "spec_bw",
        "spec_rolloff",
        "spec_zcr",
        .. Enumerable.Range(1, MfccCount).Select(k => FormattableString.Invariant($"MFCC{k}")),
    ];

    public static PinnedDataset Dataset => new("eerola-110", Read);

    public static DatasetCard Card =>
        new()
        {
            Dataset = Dataset,
            Classes = [],
            GroupKind = "soundtrack",
            Groups = [],
            PublishedSubsets = [],
            ClaimNames = [],
            StandsInFor = ["360-set"], // by its recordings: of the ratings all are here
        };

    /// <summary>Lists the excerpts of a verified folder, "001" to "110".</summary>
    /// <exception cref="ResearchException">A row of either table has a fault, or an excerpt has no features.</exception>
    public static IReadOnlyList<Item> Read(string folder)
    {
        Dictionary<string, double[]> features = TextTable
            .Read(Path.Combine(folder, Folder, "soundtrack_features.csv"), ',')
            .Rows.ToDictionary(row => Path.GetFileNameWithoutExtension(row["File"]), row => Columns.Select(row.Number).ToArray());
        return
        [
            .. TextTable
                .Read(Path.Combine(folder, Folder, "soundtrack.csv"), ',')
                .Rows.Select(row => ItemOf(row, features))
                .OrderBy(item => item.Id, StringComparer.Ordinal),
        ];
    }

    private static Item ItemOf(TextRow row, Dictionary<string, double[]> features)
    {
        string id = row.Whole("Number").ToString("000", CultureInfo.InvariantCulture);
        double[] own = features.TryGetValue(id, out double[]? found)
            ? found
            : throw row.Fault($"soundtrack_features.csv has no row for {id}.mp3.");
        return new Item(id, null, row["soundtrack"].Trim(), null, new MatrixContent(Matrix.OfRows([own])))
        {
            Targets = FilmRatings.Of(row, name => char.ToUpperInvariant(name[0]) + name[1..]),
        };
    }
}
