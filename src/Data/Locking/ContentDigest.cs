using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Research.Numerics;

namespace Research.Data.Locking;

/// <summary>SHA-256 over the sorted list of (relative path, size, SHA-256) of files: a digest of content, never of an archive.</summary>
/// <remarks>One line a file, "path TAB size TAB hash LF", paths with '/', sorted by ordinal comparison.</remarks>
public sealed record ContentDigest(string Value, int Count, long Bytes)
{
    /// <summary>The digest of those files under a folder.</summary>
    /// <param name="hashes">Hashes the files, or remembers the hashes of those that have not changed.</param>
    public static ContentDigest Of(string folder, IEnumerable<string> relativePaths, IFileHashes hashes)
    {
        string[] paths = [.. relativePaths.Order(StringComparer.Ordinal)];
        (string Line, long Size)[] files = ParallelLoop.Select(paths.Length, i => Describe(folder, paths[i], hashes));
        string list = string.Concat(files.Select(file => file.Line));
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list)));
        return new ContentDigest($"sha256:{hash}", files.Length, files.Sum(file => file.Size));
    }

    private static (string Line, long Size) Describe(string folder, string path, IFileHashes hashes)
    {
        string file = Path.Combine(folder, path);
        long size = new FileInfo(file).Length;
        return (string.Create(CultureInfo.InvariantCulture, $"{path}\t{size}\t{hashes.Of(file)}\n"), size);
    }
}
