using System.Security.Cryptography;
using System.Text;
using Research.Data.Store;
using Research.Pipeline.Store.Compression;

namespace Research.Pipeline.Store;

/// <summary>Texts that targets were made from, packed and named by the SHA-256 of their content, so that a later question why can name the row that changed.</summary>
/// <remarks>They are only shown to people; no fingerprint and no plan reads them.</remarks>
/// <param name="root">Of the store.</param>
internal sealed class TextFolder(string root)
{
    /// <summary>Name of the folder within a store.</summary>
    internal const string Folder = "texts";

    /// <summary>Keeps a text that is not there yet; one whose digest is another is not kept.</summary>
    public void Keep(string digest, Func<byte[]> text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (
            Names.IsDigest(digest)
            && PathOf(digest) is var path
            && !LeafFolder.Touch(path)
            && text() is var bytes
            && HashOf(bytes) == digest
        )
        {
            AtomicFile.Write(path, PackedText.Pack(bytes));
        }
    }

    /// <summary>The text of that digest; null where it is not known or damaged.</summary>
    public string? Find(string digest)
    {
        try
        {
            return
                Names.IsDigest(digest)
                && PlainFile.Read(PathOf(digest), PackedText.MostBytes) is { } packed
                && PackedText.Unpack(packed) is var bytes
                && HashOf(bytes) == digest
                ? Encoding.UTF8.GetString(bytes)
                : null;
        }
        catch (Exception error) when (error is DamagedObjectException or InvalidDataException)
        {
            return null;
        }
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private string PathOf(string digest) => Path.Combine(root, Folder, digest[..2], digest + ".zst");
}
