using Research.Data.Locking;

namespace Research.Data.Store;

/// <summary>What was recorded when the files of an entry with <see cref="PublishedSums"/> were first found right: their digest of content, in a file beside their folder.</summary>
/// <remarks>Where the record is lost, the sums are asked once more; where the record stands, it alone counts, as SHA-256 is the stronger.</remarks>
internal static class FirstUse
{
    /// <summary>The digest of content that the files under a folder must have.</summary>
    /// <returns>That of the lock, or the recorded one; null where nothing is recorded and the sums are others.</returns>
    public static string? Expected(DatasetEntry entry, string folder, IFileHashes hashes) =>
        !PublishedSums.Pin(entry) ? entry.Digest
        : Recorded(folder) is { } known ? known
        : PublishedSums.Difference(entry, folder) is not null ? null
        : Record(entry, folder, hashes);

    private static string? Recorded(string folder) =>
        File.Exists(FileOf(folder)) ? File.ReadAllText(FileOf(folder)).Trim() : null;

    private static string Record(DatasetEntry entry, string folder, IFileHashes hashes)
    {
        string digest = entry.DigestOf(folder, hashes).Value;
        AtomicFile.Write(FileOf(folder), digest + "\n");
        return digest;
    }

    /// <summary>Forgets what was recorded, before other files take the folder's place.</summary>
    public static void Forget(string folder) => File.Delete(FileOf(folder));

    private static string FileOf(string folder) => folder + ".digest";
}
