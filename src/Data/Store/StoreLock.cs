namespace Research.Data.Store;

/// <summary>An exclusive lock between processes that the operating system drops when its holder dies.</summary>
public static class StoreLock
{
    // EWOULDBLOCK of Linux and of macOS, and the sharing and lock violations of Windows.
    private static readonly int[] Held = [11, 35, 32, 33];

    // Whoever holds a lock may delete its file: Windows allows that only where the file was opened so, and Unix would make of it a lock that others share.
    private static readonly FileShare Shared = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;

    /// <summary>The lock, or null where another holds it.</summary>
    /// <exception cref="IOException">The file cannot be made or opened for another reason.</exception>
    public static FileStream? TryTake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, Shared);
        }
        catch (IOException error) when (Held.Contains(error.HResult & 0xFFFF))
        {
            return null;
        }
    }

    /// <summary>The lock, as soon as nobody else holds it.</summary>
    public static async Task<FileStream> TakeAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            if (TryTake(path) is { } taken)
            {
                return taken;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(30), cancellation);
        }
    }
}
