using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;

namespace Research.Data.Download;

/// <summary>Unpacks the wanted files of a zip archive: no path outside, no links, no more bytes than are allowed.</summary>
public static class SafeUnpacker
{
    private const int UnixTypeMask = 0xF000;
    private const int UnixRegular = 0x8000;
    private const int UnixFolder = 0x4000;

    /// <summary>Writes the wanted files of a folder in the archive below the target folder.</summary>
    /// <param name="archive">The file.</param>
    /// <param name="name">Where it came from, for messages.</param>
    /// <param name="folder">In the archive; empty for all of it.</param>
    /// <param name="wanted">Whether a path below that folder is wanted.</param>
    /// <param name="bytes">How many bytes the files may have together: those of datasets.lock.</param>
    /// <param name="target">Where they are written.</param>
    /// <exception cref="DownloadException">The archive is damaged, unsafe or too large; nothing of it may be used.</exception>
    public static void Unpack(string archive, string name, string folder, Func<string, bool> wanted, long bytes, string target)
    {
        try
        {
            CheckSignature(archive, name);
            using ZipArchive zip = ZipFile.OpenRead(archive);
            UnpackAll(zip, name, folder, wanted, bytes, target);
        }
        catch (InvalidDataException error)
        {
            throw new DownloadException($"{name}: is a truncated or damaged zip archive: {error.Message}", error);
        }
        catch (IOException error) when (DiskFull.Is(error))
        {
            throw new DownloadException($"The disk that holds {target} is full; {bytes} bytes are needed there.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DownloadException($"{name}: cannot be unpacked: {error.Message}", error);
        }
    }

    private static void UnpackAll(
        ZipArchive zip,
        string name,
        string folder,
        Func<string, bool> wanted,
        long bytes,
        string target
    )
    {
        string prefix = folder.Length == 0 ? "" : folder.TrimEnd('/') + "/";
        long left = bytes;
        foreach (ZipArchiveEntry item in zip.Entries)
        {
            CheckSafe(item, name);
            bool inside = item.FullName.StartsWith(prefix, StringComparison.Ordinal);
            string path = inside ? item.FullName[prefix.Length..] : "";
            if (inside && wanted(path))
            {
                left -= Extract(item, PathInside(target, path, name), left, name, bytes);
            }
        }
    }

    // Belt and braces: whatever the name says, the file lies below the target.
    private static string PathInside(string target, string path, string name)
    {
        string root = Path.GetFullPath(target) + Path.DirectorySeparatorChar;
        string full = Path.GetFullPath(Path.Combine(root, path));
        return full.StartsWith(root, StringComparison.Ordinal)
            ? full
            : throw new DownloadException($"{name}: entry '{path}' points outside the archive's folder; the archive is refused.");
    }

    private static void CheckSignature(string archive, string name)
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
        throw new DownloadException($"{name}: holds {seen} where a zip archive was expected.");
    }

    private static void CheckSafe(ZipArchiveEntry item, string name)
    {
        string path = item.FullName;
        bool odd = path.StartsWith('/') || path.Any(c => c is '\\' or ':' || char.IsControl(c));
        if (odd || path.Split('/').Contains(".."))
        {
            throw new DownloadException(
                $"{name}: entry '{Printable(path)}' points outside the archive's folder; the archive is refused."
            );
        }

        int type = (item.ExternalAttributes >> 16) & UnixTypeMask;
        if (type is not (0 or UnixRegular or UnixFolder))
        {
            throw new DownloadException($"{name}: entry '{path}' is a link or device; the archive is refused.");
        }
    }

    private static string Printable(string path) => string.Concat(path.Select(c => char.IsControl(c) ? '?' : c));

    // The bytes that come out count, not the size that the archive claims.
    [SuppressMessage("Security", "CA5389", Justification = "The path comes from PathInside, after CheckSafe.")]
    private static long Extract(ZipArchiveEntry item, string path, long left, string name, long bound)
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
                    $"{name}: unpacks to more than the {bound} bytes that datasets.lock allows; refused."
                );
            }

            file.Write(piece, 0, count);
        }

        return written;
    }
}
