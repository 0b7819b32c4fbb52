using System.Security.Cryptography;
using Research.Data.Store;
using Research.Pipeline.Store.Compression;

namespace Research.Pipeline.Store;

/// <summary>Files by content: each is named by the SHA-256 of what it holds, and lies compressed where that saves room.</summary>
/// <param name="root">The folder.</param>
/// <param name="hashes">Remembers the digest of each file's content, compressed or not.</param>
internal sealed class ObjectFolder(string root, FileHashes hashes)
{
    private const string CompressedSuffix = ".zst";

    /// <summary>Digest of the content of a file of such a folder, by its name.</summary>
    public static string DigestOf(string fileName) =>
        fileName.EndsWith(CompressedSuffix, StringComparison.Ordinal) ? fileName[..^CompressedSuffix.Length] : fileName;

    /// <summary>Names that a file with that content may have.</summary>
    public static IEnumerable<string> NamesOf(string digest) => [digest, digest + CompressedSuffix];

    /// <summary>The files that claim to hold that output: none, one, or one of each form. Nothing is checked.</summary>
    public IEnumerable<StoredFile> Find(Output output)
    {
        string path = PathOf(output.Digest);
        if (PlainFile.Exists(path))
        {
            yield return new StoredFile(path, output.Size, false);
        }

        if (PlainFile.Exists(path + CompressedSuffix))
        {
            yield return new StoredFile(path + CompressedSuffix, output.Size, true);
        }
    }

    /// <summary>A file that holds that output; null where there is none.</summary>
    public StoredFile? FindWhole(Output output) => Find(output).FirstOrDefault(file => IsWhole(file, output.Digest));

    /// <summary>Whether a file holds that content; read once, then remembered for as long as the file stays what it is.</summary>
    public bool IsWhole(StoredFile file, string digest)
    {
        try
        {
            return hashes.Of(file.Path, _ => HashOf(file)) == digest;
        }
        catch (DamagedObjectException)
        {
            return false;
        }
    }

    /// <summary>Moves a file into the folder, or a compressed copy of it where that saves room.</summary>
    /// <param name="file">On the folder's own disk.</param>
    /// <param name="digest">Of its content.</param>
    /// <param name="spare">A free path on the same disk.</param>
    public void Adopt(string file, string digest, string spare)
    {
        bool compressed = FrameWriter.TryCompress(file, spare);
        Move(compressed ? spare : file, digest, compressed);
    }

    /// <summary>Copies a file of another such folder, in the form that it has there; it appears whole or not at all.</summary>
    public void Copy(StoredFile theirs, string digest)
    {
        string fresh = $"{PathOf(digest)}.{Path.GetRandomFileName()}.new";
        Directory.CreateDirectory(Path.GetDirectoryName(fresh)!);
        File.Copy(theirs.Path, fresh);
        File.SetAttributes(fresh, FileAttributes.Normal);
        File.SetLastWriteTimeUtc(fresh, TimeProvider.System.GetUtcNow().UtcDateTime); // young, so that no pruning takes it before its manifest is there
        Move(fresh, digest, theirs.IsCompressed);
    }

    private void Move(string file, string digest, bool compressed)
    {
        string target = PathOf(digest) + (compressed ? CompressedSuffix : "");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (OperatingSystem.IsWindows() && File.Exists(target))
        {
            File.SetAttributes(target, FileAttributes.Normal); // Windows replaces no file that may only be read
        }

        BusyFile.Replace(file, target);
        File.SetAttributes(target, FileAttributes.ReadOnly);
    }

    private static string HashOf(StoredFile file)
    {
        using Stream content = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private string PathOf(string digest) => Path.Combine(root, digest[..2], digest);
}
