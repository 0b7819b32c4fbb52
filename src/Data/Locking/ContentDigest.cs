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
    public static ContentDigest Of(string folder, IEnumerable<string> relativePaths)
    {
        string[] paths = [.. relativePaths.Order(StringComparer.Ordinal)];
        (string Line, long Size)[] files = Work.Select(paths.Length, i => Describe(folder, paths[i]));
        string list = string.Concat(files.Select(file => file.Line));
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list)));
        return new ContentDigest($"sha256:{hash}", files.Length, files.Sum(file => file.Size));
    }

    private static (string Line, long Size) Describe(string folder, string path)
    {
        using FileStream stream = File.OpenRead(Path.Combine(folder, path));
        string hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        return (string.Create(CultureInfo.InvariantCulture, $"{path}\t{stream.Length}\t{hash}\n"), stream.Length);
    }
}
