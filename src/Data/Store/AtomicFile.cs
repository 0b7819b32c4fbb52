namespace Research.Data.Store;

/// <summary>Writes files that appear whole or not at all.</summary>
public static class AtomicFile
{
    /// <summary>Writes beside the path and renames: no reader, and no kill in between, meets half of it.</summary>
    /// <exception cref="IOException">The disk is full, or the path cannot be written; nothing stays beside it.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string fresh = $"{path}.{Path.GetRandomFileName()}.new";
        try
        {
            File.WriteAllBytes(fresh, bytes);
            BusyFile.Replace(fresh, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            File.Delete(fresh); // half a file would take room on a disk that is full
            throw;
        }
    }

    /// <summary>The same with text, as UTF-8.</summary>
    public static void Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));
}
