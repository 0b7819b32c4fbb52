using Research.Pipeline.Store.Compression;

namespace Research.Pipeline.Store;

/// <summary>Where a file's content lies, in the store or published, and how to read it.</summary>
/// <param name="Path">The file on disk.</param>
/// <param name="Size">Bytes of content.</param>
/// <param name="IsCompressed">Whether the file on disk is the content compressed, rather than the content itself.</param>
public sealed record StoredFile(string Path, long Size, bool IsCompressed)
{
    /// <summary>SHA-256 of the content; null where it is not known without reading it.</summary>
    public string? Digest { get; init; }

    /// <summary>A file that is its own content.</summary>
    public static StoredFile Plain(string path) => new(path, new FileInfo(path).Length, false);

    /// <summary>Opens the content: a stream that can seek.</summary>
    /// <exception cref="DamagedObjectException">The file is damaged; thrown here or while reading.</exception>
    public Stream OpenRead()
    {
        var file = new FileStream(
            Path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            1 << 16,
            FileOptions.SequentialScan
        );
        return IsCompressed ? FrameStream.Over(file, Size) : file;
    }

    /// <summary>The whole content.</summary>
    /// <exception cref="DamagedObjectException">The file is damaged.</exception>
    public byte[] ReadAllBytes()
    {
        using Stream content = OpenRead();
        byte[] bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return bytes;
    }
}
