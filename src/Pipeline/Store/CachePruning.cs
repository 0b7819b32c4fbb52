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
        [
            .. Kinds.Select(kind =>
            {
                FileInfo[] files = FilesOf(root, kind);
                return (kind, files.Length, files.Sum(file => file.Length));
            }),
        ];

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
        List<FileInfo> gone = [.. Aging.SelectMany(kind => FilesOf(root, kind)).Where(file => file.LastWriteTimeUtc < limit)];
        HashSet<string> forgotten = [.. gone.Select(file => file.FullName)];
        gone.AddRange(Unnamed("objects", ObjectsNamed(root, forgotten), ObjectFolder.DigestOf));
        gone.AddRange(Unnamed(LeafFolder.Folder, LeavesNamed(root, forgotten), LeafFolder.DigestOf));
        long bytes = gone.Sum(file => file.Length);
        foreach (FileInfo file in gone)
        {
            file.Attributes = FileAttributes.Normal;
            file.Delete();
        }

        Staging.Sweep(Path.Combine(root, "staging"));
        return (gone.Count, bytes);

        IEnumerable<FileInfo> Unnamed(string kind, HashSet<string> named, Func<string, string> digestOf) =>
            FilesOf(root, kind).Where(file => !named.Contains(digestOf(file.Name)) && file.LastWriteTimeUtc < limit);
    }

    private static HashSet<string> ObjectsNamed(string root, HashSet<string> forgotten) =>
        [
            .. FilesOf(root, "runs")
                .Where(file => !forgotten.Contains(file.FullName))
                .SelectMany(file => Manifest.Parse(File.ReadAllBytes(file.FullName))?.Outputs ?? [])
                .Select(output => output.Digest),
        ];

    private static HashSet<string> LeavesNamed(string root, HashSet<string> forgotten)
    {
        IEnumerable<string?> named = FilesOf(root, FingerprintFolder.Folder)
            .Where(file => !forgotten.Contains(file.FullName))
            .Select(file => FingerprintFolder.LeafNamedIn(file.FullName))
            .Concat(
                FilesOf(root, "closures")
                    .Where(file => !forgotten.Contains(file.FullName))
                    .Select(file => ClosureCache.MembersNamedIn(file.FullName))
            );
        return [.. named.OfType<string>()];
    }

    private static FileInfo[] FilesOf(string root, string kind) => FilesOf(Path.Combine(root, kind));

    private static FileInfo[] FilesOf(string folder) =>
        Directory.Exists(folder) ? [.. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)] : [];
}
