using Research.Data.Store;

namespace Research.Pipeline.Store;

/// <summary>How large the store is, and making it smaller.</summary>
public static class CacheCare
{
    private static readonly string[] Kept = ["runs", "fingerprints"];

    /// <summary>Files and bytes by kind: objects, runs, fingerprints, closures, checkpoints, damaged, staging.</summary>
    public static IReadOnlyList<(string Kind, int Files, long Bytes)> Status(string root) =>
        [
            .. new[] { "objects", "runs", "fingerprints", "closures", "checkpoints", "damaged", "staging" }.Select(kind =>
            {
                FileInfo[] files = FilesOf(Path.Combine(root, kind));
                return (kind, files.Length, files.Sum(file => file.Length));
            }),
        ];

    /// <summary>Forgets runs that were neither made nor restored for that long, then objects that no run names, and what was set aside.</summary>
    /// <remarks>A run in progress keeps what it needs: its objects are younger than the hour that is always left alone.</remarks>
    /// <returns>Files and bytes that are gone.</returns>
    public static (int Files, long Bytes) Prune(string root, TimeSpan age)
    {
        using FileStream? held = StoreLock.TryTake(Path.Combine(root, "prune.lock"));
        if (held is null)
        {
            return (0, 0); // another process prunes
        }

        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        DateTimeOffset limit = now - age;
        DateTimeOffset young = now - TimeSpan.FromHours(1);
        var gone = new List<FileInfo>();
        gone.AddRange(
            Kept.Append("closures")
                .SelectMany(kind => FilesOf(Path.Combine(root, kind)))
                .Where(file => file.LastWriteTimeUtc < limit)
        );
        gone.AddRange(
            new[] { "checkpoints", "damaged" }
                .SelectMany(kind => FilesOf(Path.Combine(root, kind)))
                .Where(file => file.LastWriteTimeUtc < limit)
        );
        HashSet<string> forgotten = [.. gone.Select(file => file.FullName)];
        HashSet<string> named =
        [
            .. FilesOf(Path.Combine(root, "runs"))
                .Where(file => !forgotten.Contains(file.FullName))
                .SelectMany(file => Manifest.Parse(File.ReadAllBytes(file.FullName))?.Outputs ?? [])
                .Select(output => output.Digest),
        ];
        DateTimeOffset spare = limit < young ? young : limit;
        gone.AddRange(
            FilesOf(Path.Combine(root, "objects"))
                .Where(file => !named.Contains(ObjectFolder.DigestOf(file.Name)) && file.LastWriteTimeUtc < spare)
        );
        long bytes = gone.Sum(file => file.Length);
        foreach (FileInfo file in gone)
        {
            file.Attributes = FileAttributes.Normal;
            file.Delete();
        }

        Staging.Sweep(Path.Combine(root, "staging"));
        return (gone.Count, bytes);
    }

    private static FileInfo[] FilesOf(string folder) =>
        Directory.Exists(folder) ? [.. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)] : [];
}
