using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using Research.Data.Locking;

namespace Research.Data.Download;

/// <summary>Unpacks the wanted files of a zip archive: no path outside, no links, no more bytes than the lock allows.</summary>
public static class SafeUnpacker
{
    private const int UnixTypeMask = 0xF000;
    private const int UnixRegular = 0x8000;
    private const int UnixFolder = 0x4000;

    /// <summary>Writes the entry's files, found under its source's folder in the archive, below the target folder.</summary>
    /// <exception cref="DownloadException">The archive is damaged, unsafe or too large; nothing of it may be used.</exception>
    public static void Unpack(string archive, DatasetEntry entry, string folder, string target)
    {
        ArgumentNullException.ThrowIfNull(entry);
        CheckSignature(archive);
        try
        {
            using ZipArchive zip = ZipFile.OpenRead(archive);
            UnpackAll(zip, archive, entry, folder, target);
        }
        catch (InvalidDataException error)
        {
            throw new DownloadException($"{archive}: is a truncated or damaged zip archive: {error.Message}", error);
        }
        catch (IOException error) when (DiskFull.Is(error))
        {
            throw new DownloadException($"The disk that holds {target} is full; {entry.Bytes} bytes are needed there.", error);
        }
    }

    private static void UnpackAll(ZipArchive zip, string archive, DatasetEntry entry, string folder, string target)
    {
        string prefix = folder.Length == 0 ? "" : folder.TrimEnd('/') + "/";
        long left = entry.Bytes;
        foreach (ZipArchiveEntry item in zip.Entries)
        {
            CheckSafe(item, archive);
            bool inside = item.FullName.StartsWith(prefix, StringComparison.Ordinal);
            string path = inside ? item.FullName[prefix.Length..] : "";
            if (inside && FilePatterns.Match(entry.Files, path))
            {
                left -= Extract(item, PathInside(target, path, archive), left, archive, entry.Bytes);
            }
        }
    }

    // Belt and braces: whatever the name says, the file lies below the target.
    private static string PathInside(string target, string path, string archive)
    {
        string root = Path.GetFullPath(target) + Path.DirectorySeparatorChar;
        string full = Path.GetFullPath(Path.Combine(root, path));
        return full.StartsWith(root, StringComparison.Ordinal)
            ? full
            : throw new DownloadException(
                $"{archive}: entry '{path}' points outside the archive's folder; the archive is refused."
            );
    }

    private static void CheckSignature(string archive)
    {
        Span<byte> start = stackalloc byte[64];
        using FileStream stream = File.OpenRead(archive);
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (start.StartsWith("PK"u8))
        {
            return;
        }

        string text = System.Text.Encoding.Latin1.GetString(start).TrimStart();
        string seen =
            text.Length == 0 ? "nothing"
            : text[0] == '<' ? $"an HTML or XML page (\"{text[..Math.Min(15, text.Length)]}…\")"
            : $"the bytes {Convert.ToHexString(start[..Math.Min(8, start.Length)])}";
        throw new DownloadException($"{archive}: holds {seen} where a zip archive was expected.");
    }

    private static void CheckSafe(ZipArchiveEntry item, string archive)
    {
        string name = item.FullName;
        bool rooted =
            name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal);
        if (rooted || name.Split('/').Contains(".."))
        {
            throw new DownloadException(
                $"{archive}: entry '{name}' points outside the archive's folder; the archive is refused."
            );
        }

        int type = (item.ExternalAttributes >> 16) & UnixTypeMask;
        if (type is not (0 or UnixRegular or UnixFolder))
        {
            throw new DownloadException($"{archive}: entry '{name}' is a link or device; the archive is refused.");
        }
    }

    // The bytes that come out count, not the size that the archive claims.
    [SuppressMessage("Security", "CA5389", Justification = "The path comes from PathInside, after CheckSafe.")]
    private static long Extract(ZipArchiveEntry item, string path, long left, string archive, long bound)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using Stream source = item.Open();
        using FileStream file = new(path, FileMode.CreateNew, FileAccess.Write);
        var piece = new byte[1 << 16];
        long written = 0;
        int count;
        while ((count = source.Read(piece)) > 0)
        {
            written += count;
            if (written > left)
            {
                throw new DownloadException(
                    $"{archive}: unpacks to more than the {bound} bytes that datasets.lock allows; refused."
                );
            }

            file.Write(piece, 0, count);
        }

        return written;
    }
}
