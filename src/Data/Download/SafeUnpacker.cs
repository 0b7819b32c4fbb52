using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;

namespace Research.Data.Download;

/// <summary>Unpacks the wanted files of a zip archive: no path outside, no links, no name that another system reads otherwise, no more files and bytes than are allowed.</summary>
/// <remarks>What an archive claims of itself is not believed: bytes count as they come out, and its directory as it is read.</remarks>
internal static class SafeUnpacker
{
    private const int UnixTypeMask = 0xF000;
    private const int UnixRegular = 0x8000;
    private const int UnixFolder = 0x4000;
    private const long DirectoryBytes = 1 << 24; // of 160,000 files with usual names

    /// <summary>Writes the wanted files of an archive below the target folder.</summary>
    /// <param name="archive">The file.</param>
    /// <param name="name">Where it came from, for messages.</param>
    /// <param name="settings">Which files, and how much.</param>
    /// <param name="target">Where they are written.</param>
    /// <exception cref="DownloadException">The archive is damaged, unsafe or too large; nothing of it may be used.</exception>
    public static void Unpack(string archive, string name, UnpackSettings settings, string target)
    {
        try
        {
            CheckSignature(archive, name);
            using var bound = new DirectoryBound(File.OpenRead(archive), DirectoryBytes);
            using var zip = new ZipArchive(bound, ZipArchiveMode.Read, leaveOpen: true);
            IReadOnlyList<ZipArchiveEntry> entries = zip.Entries;
            bound.Lift();
            UnpackAll(entries, name, settings, target);
        }
        catch (InvalidDataException error)
        {
            throw new DownloadException($"{name}: is a truncated or damaged zip archive: {error.Message}", error);
        }
        catch (IOException error) when (DiskFull.Is(error))
        {
            throw new DownloadException($"The disk that holds {target} is full; {settings.Bytes} bytes are needed there.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new DownloadException($"{name}: cannot be unpacked: {error.Message}", error);
        }
    }

    private static void UnpackAll(IReadOnlyList<ZipArchiveEntry> entries, string name, UnpackSettings settings, string target)
    {
        string prefix = settings.Folder.Length == 0 ? "" : settings.Folder.TrimEnd('/') + "/";
        var names = new ArchiveNames();
        long left = settings.Bytes;
        int files = 0;
        foreach (ZipArchiveEntry item in entries)
        {
            CheckSafe(item, name);
            bool inside = item.FullName.StartsWith(prefix, StringComparison.Ordinal);
            string path = inside ? item.FullName[prefix.Length..] : "";
            if (!inside || path.EndsWith('/') || !settings.Wanted(path))
            {
                continue;
            }

            CheckName(path, names, name);
            if (++files > settings.Files)
            {
                throw new DownloadException(
                    $"{name}: has more than the {settings.Files} files that datasets.lock allows; refused."
                );
            }

            left -= Extract(item, PathInside(target, path, name), left, name, settings.Bytes);
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
        if (!ArchiveNames.IsInside(path))
        {
            throw new DownloadException($"{name}: entry '{path}' points outside the archive's folder; the archive is refused.");
        }

        int type = (item.ExternalAttributes >> 16) & UnixTypeMask;
        if (type is not (0 or UnixRegular or UnixFolder))
        {
            throw new DownloadException($"{name}: entry '{path}' is a link or device; the archive is refused.");
        }
    }

    private static void CheckName(string path, ArchiveNames names, string name)
    {
        if (!ArchiveNames.IsPortable(path))
        {
            throw new DownloadException($"{name}: '{path}' is no file name on some systems; the archive is refused.");
        }

        if (!names.Add(path))
        {
            throw new DownloadException(
                $"{name}: has '{path}' twice, perhaps in other letters: on some systems they are one file; the archive is refused."
            );
        }
    }

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
