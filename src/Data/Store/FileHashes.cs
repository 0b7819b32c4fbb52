using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Research.Data.Locking;

namespace Research.Data.Store;

/// <summary>SHA-256 of files, remembered between runs for as long as (path, size, mtime, ctime, inode) stay what they were.</summary>
public sealed class FileHashes : IFileHashes
{
    private readonly ConcurrentDictionary<string, (FileStamp Stamp, string Hash)> _known = new(StringComparer.Ordinal);
    private readonly string? _memory;
    private int _learned;

    /// <param name="memory">File that remembers; null to remember within this process only.</param>
    /// <param name="paranoid">Trust no memory: read every file.</param>
    public FileHashes(string? memory, bool paranoid)
    {
        (_memory, Paranoid) = (memory, paranoid);
        if (memory is not null && !paranoid && File.Exists(memory))
        {
            try
            {
                Load(memory);
            }
            catch (IOException)
            {
                _known.Clear(); // a memory that cannot be read is none
            }
        }
    }

    public bool Paranoid { get; }

    /// <summary>Every file asked about, with the stamp that its digest belongs to; who looks at files in another way adds them.</summary>
    public WatchedPaths Watched { get; } = new();

    /// <summary>Files that were read, not remembered.</summary>
    public int Read { get; private set; }

    /// <summary>64 hexadecimal digits.</summary>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public string Of(string path) => Of(path, Compute);

    /// <summary>The digest that a function gives of a file, remembered like the others: of what a compressed file holds, for instance.</summary>
    /// <param name="path">Always asked about with the same kind of function.</param>
    /// <param name="compute">From the path to 64 hexadecimal digits. What it throws is passed on, and nothing is remembered.</param>
    public string Of(string path, Func<string, string> compute)
    {
        FileStamp? before = FileStamp.Of(path);
        Watched.Add(path, before);
        if (
            !Paranoid
            && before is { } stamp
            && _known.TryGetValue(path, out (FileStamp Stamp, string Hash) known)
            && known.Stamp == stamp
        )
        {
            return known.Hash;
        }

        string hash = compute(path);
        Read++;
        if (before is { } seen && FileStamp.Of(path) == seen && seen.IsSettled)
        {
            _known[path] = (seen, hash);
            Interlocked.Increment(ref _learned);
        }

        return hash;
    }

    /// <summary>Writes what was learned, by one rename; of two processes the last wins, and nothing wrong is ever remembered.</summary>
    public void Save()
    {
        if (_memory is null || Paranoid || Interlocked.Exchange(ref _learned, 0) == 0)
        {
            return;
        }

        try
        {
            Write(_memory);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Files are then hashed again next time.
        }
    }

    private void Write(string memory)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(memory)!);
        string fresh = $"{memory}.{Guid.NewGuid():N}";
        using (var writer = new StreamWriter(fresh))
        {
            foreach ((string path, (FileStamp stamp, string hash)) in _known)
            {
                if (!path.Contains('\n', StringComparison.Ordinal) && !path.Contains('\t', StringComparison.Ordinal))
                {
                    writer.Write(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{stamp.Size}\t{stamp.Modified}\t{stamp.Changed}\t{stamp.Inode}\t{hash}\t{path}\n"
                        )
                    );
                }
            }
        }

        BusyFile.Replace(fresh, memory);
    }

    private static string Compute(string path)
    {
        using FileStream stream = new(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            1 << 16,
            FileOptions.SequentialScan
        );
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private void Load(string memory)
    {
        Span<Range> parts = stackalloc Range[7];
        foreach (string text in File.ReadLines(memory))
        {
            ReadOnlySpan<char> line = text;
            if (
                line.Split(parts, '\t') == 6
                && line[parts[4]].Length == 64
                && long.TryParse(line[parts[0]], CultureInfo.InvariantCulture, out long size)
                && long.TryParse(line[parts[1]], CultureInfo.InvariantCulture, out long modified)
                && long.TryParse(line[parts[2]], CultureInfo.InvariantCulture, out long changed)
                && ulong.TryParse(line[parts[3]], CultureInfo.InvariantCulture, out ulong inode)
            )
            {
                _known[text[parts[5]]] = (new FileStamp(size, modified, changed, inode), text[parts[4]]);
            }
        }
    }
}
