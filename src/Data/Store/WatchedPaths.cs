using System.Collections.Concurrent;

namespace Research.Data.Store;

/// <summary>What was looked at, each with the stamp that it had when it was first looked at: while the stamps stand, it would be seen again.</summary>
/// <remarks>A folder's stamp moves when an entry is added, removed or renamed, not when an entry's content changes.</remarks>
public sealed class WatchedPaths
{
    private readonly ConcurrentDictionary<string, FileStamp?> _first = new(StringComparer.Ordinal);

    /// <summary>Path and stamp; null for what was not there.</summary>
    public IEnumerable<KeyValuePair<string, FileStamp?>> All => _first.OrderBy(item => item.Key, StringComparer.Ordinal);

    /// <summary>Call it before the look.</summary>
    /// <param name="path">A file or a folder, there or not.</param>
    public void Add(string path) => Add(path, FileStamp.Of(path));

    /// <summary>The same where the stamp is known.</summary>
    public void Add(string path, FileStamp? stamp) => _first.TryAdd(path, stamp);

    /// <summary>A folder with all below it.</summary>
    public void AddTree(string folder)
    {
        Add(folder);
        if (Directory.Exists(folder))
        {
            foreach (string entry in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories))
            {
                Add(entry);
            }
        }
    }
}
