using System.Security.Cryptography;

namespace Research.Pipeline.Store;

/// <summary>A file that a target made.</summary>
/// <param name="Path">Within the target's folder.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Digest">SHA-256, 64 hexadecimal digits; the object's name in the store.</param>
public sealed record Output(string Path, long Size, string Digest)
{
    /// <summary>Whether the path is a plain file name, the digest one, and the size possible.</summary>
    internal bool IsWellFormed => Names.IsFileName(Path) && Names.IsDigest(Digest) && Size >= 0;

    /// <summary>The files of a folder, ordered by name.</summary>
    public static IEnumerable<Output> In(string folder) =>
        Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(Of);

    private static Output Of(string path)
    {
        using FileStream content = File.OpenRead(path);
        return new Output(System.IO.Path.GetFileName(path), content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
    }
}
