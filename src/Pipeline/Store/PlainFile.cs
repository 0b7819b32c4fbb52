namespace Research.Pipeline.Store;

/// <summary>Reads files of a folder that others write to: no link, no pipe, no device, and no more bytes than are meant to be there.</summary>
internal static class PlainFile
{
    /// <summary>Whether there is a regular file of that path itself, not behind a link.</summary>
    public static bool Exists(string path)
    {
        var file = new FileInfo(path);
        const FileAttributes Special = FileAttributes.ReparsePoint | FileAttributes.Directory | FileAttributes.Device;
        return file.Exists && file.LinkTarget is null && (file.Attributes & Special) == 0 && Data.Store.FileStamp.IsRegular(path);
    }

    /// <summary>All bytes of such a file; null where there is none.</summary>
    /// <exception cref="InvalidDataException">It has more bytes than that.</exception>
    public static byte[]? Read(string path, int most)
    {
        if (!Exists(path))
        {
            return null;
        }

        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length > most)
        {
            throw new InvalidDataException($"{path} has {file.Length} bytes; at most {most} can be right.");
        }

        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
