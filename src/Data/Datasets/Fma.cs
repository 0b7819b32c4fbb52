using System.IO.Compression;
using Research.Data.Audio;
using Research.Data.Audio.Decoding;
using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>FMA (Defferrard, Benzi, Vandergheynst and Bresson, 2017): excerpts of 30 seconds of the Free Music Archive, MP3, with genres, artists and the authors' split.</summary>
/// <remarks>
/// The lock pins the SHA-1 sums that the authors published of their archives, which stay packed; the archives themselves could not be had where this was written, so the reader was tried on archives of the same layout only.
/// Got when named (research data fetch fma-small, 7.5 GB). A few excerpts are known to be shorter than 30 s or damaged. An item is named as its file (000002), its group is the artist.
/// </remarks>
public static class Fma
{
    private const string Metadata = "fma_metadata.zip";
    private const long MostBytes = 1L << 26; // 30 s of MP3 have a fiftieth

    /// <summary>8,000 tracks of eight genres.</summary>
    public static PinnedDataset Small => new("fma-small", folder => Read(folder, "fma_small.zip"));

    /// <summary>25,000 tracks of sixteen genres; those of <see cref="Small"/> among them.</summary>
    public static PinnedDataset Medium => new("fma-medium", folder => Read(folder, "fma_medium.zip"));

    public static DatasetCard SmallCard =>
        CardOf(Small, "Electronic", "Experimental", "Folk", "Hip-Hop", "Instrumental", "International", "Pop", "Rock");

    public static DatasetCard MediumCard =>
        CardOf(
            Medium,
            "Blues",
            "Classical",
            "Country",
            "Easy Listening",
            "Electronic",
            "Experimental",
            "Folk",
            "Hip-Hop",
            "Instrumental",
            "International",
            "Jazz",
            "Old-Time / Historic",
            "Pop",
            "Rock",
            "Soul-RnB",
            "Spoken"
        );

    /// <summary>Lists the tracks of an archive in a folder, in the order of their names.</summary>
    /// <exception cref="ResearchException">An archive is damaged, or the tables lack a track.</exception>
    internal static IReadOnlyList<Item> Read(string folder, string archive)
    {
        string path = Path.Combine(folder, archive);
        IReadOnlyDictionary<string, FmaTrack> tracks = Within(Path.Combine(folder, Metadata), FmaTracks.Of);
        return Within(
            path,
            zip =>
                zip.Entries.Where(entry => entry.Name.EndsWith(".mp3", StringComparison.Ordinal))
                    .Select(entry => ItemOf(path, entry.FullName, tracks))
                    .OrderBy(item => item.Id, StringComparer.Ordinal)
                    .ToArray()
        );
    }

    private static Item ItemOf(string archive, string name, IReadOnlyDictionary<string, FmaTrack> tracks)
    {
        string id = Path.GetFileNameWithoutExtension(name);
        return tracks.TryGetValue(id, out FmaTrack? track)
            ? new Item(id, track.Genre, track.Artist, track.Part, new WaveformContent(() => Decode(archive, name)))
            : throw new ResearchException($"{archive}: {name} is no track of {Metadata}; fetch the dataset again.");
    }

    private static Waveform Decode(string archive, string name) =>
        Within(
            archive,
            zip =>
            {
                ZipArchiveEntry entry = zip.GetEntry(name)!;
                using Stream content = entry.Open();
                return entry.Length <= MostBytes
                    ? Mp3File.ReadCopy(content, entry.Length, $"{archive}: {name}")
                    : throw new RecordingException(
                        $"{archive}: {name} inflates to {entry.Length} bytes; an excerpt has at most {MostBytes}."
                    );
            }
        );

    private static T Within<T>(string archive, Func<ZipArchive, T> read)
    {
        try
        {
            using ZipArchive zip = ZipFile.OpenRead(archive);
            return read(zip);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            throw new RecordingException($"{archive}: cannot be read as a zip archive: {error.Message}", error);
        }
    }

    private static DatasetCard CardOf(PinnedDataset dataset, params IReadOnlyList<string> genres) =>
        new()
        {
            Dataset = dataset,
            Classes = genres,
            GroupKind = "artist",
            Groups = [],
            PublishedSubsets = [Subset.Train, Subset.Test, Subset.Validation],
            ClaimNames = [],
            StandsInFor = [],
        };
}
