using Research.Data.Locking;
using Research.Data.Store;
using Research.Pipeline;

namespace Research.Cli.Data;

/// <summary>Puts a user's data into the store and pins them in datasets.local.lock.</summary>
internal static class LocalLock
{
    /// <summary>Fills a fresh folder and takes it into the store under its entry; nothing stays behind where that fails.</summary>
    /// <param name="fill">Fills the folder and makes the entry that pins what is in it.</param>
    public static DatasetEntry Store(string id, Func<string, FileHashes, DatasetEntry> fill)
    {
        using var http = new HttpClient();
        var hashes = new FileHashes(null, paranoid: true);
        var store = DatasetStore.Standard(http, hashes);
        string fresh = store.NewFolder(id);
        try
        {
            DatasetEntry entry = fill(fresh, hashes);
            store.Add(entry, fresh);
            return entry;
        }
        finally
        {
            if (Directory.Exists(fresh))
            {
                Directory.Delete(fresh, recursive: true);
            }
        }
    }

    /// <summary>The entry with digest, count and size of the files of a folder.</summary>
    public static DatasetEntry Digested(DatasetEntry entry, string folder, FileHashes hashes)
    {
        ContentDigest digest = entry.DigestOf(folder, hashes);
        return entry with { Digest = digest.Value, Count = digest.Count, Bytes = digest.Bytes };
    }

    /// <summary>Writes an entry into the local lock, in the place of one of the same id.</summary>
    public static void Pin(DatasetEntry entry, string root)
    {
        string path = Checkout.LocalLockFile(root);
        DatasetLock own = File.Exists(path) ? DatasetLock.Load(path) : new DatasetLock { Datasets = [] };
        (
            own with
            {
                Datasets =
                [
                    .. own.Datasets.Where(other => !other.Id.Equals(entry.Id, StringComparison.OrdinalIgnoreCase)),
                    entry,
                ],
            }
        ).Save(path);
    }
}
