using Research.Data.Store;
using Research.Pipeline.Closures;

namespace Research.Pipeline.Store;

/// <summary>How large the store is, and making it smaller.</summary>
public static class CachePruning
{
    private static readonly string[] Kinds =
    [
        "objects",
        "runs",
        FingerprintFolder.Folder,
        LeafFolder.Folder,
        LeafFolder.ConstantsFolder,
        TextFolder.Folder,
        "closures",
        "checkpoints",
        DamagedFiles.Folder,
        "staging",
    ];

    private static readonly TimeSpan Young = TimeSpan.FromHours(1);

    // What is forgotten by its age alone.
    private static readonly string[] Aging =
    [
        "runs",
        FingerprintFolder.Folder,
        LeafFolder.ConstantsFolder,
        TextFolder.Folder,
        "closures",
        "checkpoints",
        DamagedFiles.Folder,
    ];

    /// <summary>Files and bytes by kind: objects, runs, fingerprints, leaves, constants, texts, closures, checkpoints, damaged, staging.</summary>
    public static IReadOnlyList<(string Kind, int Files, long Bytes)> Status(string root) =>
        [.. Kinds.Select(kind => Sized(kind, FilesOf(root, kind)))];

    /// <summary>Forgets runs that were neither made nor restored for that long, then objects that no run names, and what was set aside.</summary>
    /// <remarks>The last hour is always left alone. A run in progress keeps what it needs: what it makes is younger, and what it reads it marks as used.</remarks>
    /// <param name="root">Of the store.</param>
    /// <param name="age">What is younger stays; an hour at least.</param>
    /// <returns>Files and bytes that are gone.</returns>
    public static (int Files, long Bytes) Prune(string root, TimeSpan age)
    {
        using FileStream? held = StoreLock.TryTake(Path.Combine(root, "prune.lock"));
        if (held is null)
        {
            return (0, 0); // another process prunes
        }

        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        TimeSpan spared = age < Young ? Young : age;
        DateTimeOffset limit = now - spared;
        (int Files, long Bytes) gone = (0, 0);
        foreach (FileInfo file in Aging.SelectMany(kind => FilesOf(root, kind)).Where(IsOld))
        {
            Delete(file);
        }

        // What is left names what stays: nothing more is read of a store than that, and its files one after another.
        DeleteUnnamed("objects", ObjectsNamed(root), ObjectFolder.DigestOf);
        DeleteUnnamed(LeafFolder.Folder, LeavesNamed(root), LeafFolder.DigestOf);
        Staging.Sweep(Path.Combine(root, "staging"));
        return gone;

        bool IsOld(FileInfo file) => file.LastWriteTimeUtc < limit;

        void DeleteUnnamed(string kind, HashSet<string> named, Func<string, string> digestOf)
        {
            foreach (FileInfo file in FilesOf(root, kind).Where(file => !named.Contains(digestOf(file.Name)) && IsOld(file)))
            {
                Delete(file);
            }
        }

        void Delete(FileInfo file)
        {
            gone = (gone.Files + 1, gone.Bytes + file.Length);
            file.Attributes = FileAttributes.Normal;
            file.Delete();
        }
    }

    private static (string Kind, int Files, long Bytes) Sized(string kind, IEnumerable<FileInfo> files)
    {
        (int count, long bytes) = (0, 0);
        foreach (FileInfo file in files)
        {
            (count, bytes) = (count + 1, bytes + file.Length);
        }

        return (kind, count, bytes);
    }

    private static HashSet<string> ObjectsNamed(string root) =>
        [
            .. FilesOf(root, "runs")
                .SelectMany(file => Manifest.Parse(File.ReadAllBytes(file.FullName))?.Outputs ?? [])
                .Select(output => output.Digest),
        ];

    private static HashSet<string> LeavesNamed(string root)
    {
        IEnumerable<string?> named = FilesOf(root, FingerprintFolder.Folder)
            .Select(file => FingerprintFolder.LeafNamedIn(file.FullName))
            .Concat(FilesOf(root, "closures").Select(file => ClosureCache.MembersNamedIn(file.FullName)));
        return [.. named.OfType<string>()];
    }

    private static IEnumerable<FileInfo> FilesOf(string root, string kind)
    {
        string folder = Path.Combine(root, kind);
        return Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories) : [];
    }
}
