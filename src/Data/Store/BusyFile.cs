namespace Research.Data.Store;

/// <summary>Changes of files that another process may have open: Windows then refuses them for a moment, other systems never do.</summary>
public static class BusyFile
{
    private const int AccessDenied = 5;
    private const int SharingViolation = 32;
    private const int LockViolation = 33;
    private const int LongestPause = 512; // of 1 + 2 + 4 + … + 512 milliseconds: about a second in all

    /// <summary>Renames a file, over what is there.</summary>
    /// <exception cref="IOException">It cannot be renamed, or another process has kept the old file open for a second.</exception>
    public static void Replace(string fresh, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        Retry(() => File.Move(fresh, path, overwrite: true));
    }

    /// <summary>Does it again, for about a second, where Windows says that another process has the file open.</summary>
    public static void Retry(Action change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (OperatingSystem.IsWindows())
        {
            Retry(change, Thread.Sleep);
        }
        else
        {
            change();
        }
    }

    /// <param name="change">What may fail for a moment.</param>
    /// <param name="wait">Waits that many milliseconds.</param>
    internal static void Retry(Action change, Action<int> wait)
    {
        for (int pause = 1; ; pause *= 2)
        {
            try
            {
                change();
                return;
            }
            catch (Exception error) when (pause <= LongestPause && IsPassing(error))
            {
                wait(pause);
            }
        }
    }

    /// <summary>Whether Windows says that another process has a file open, or one in a folder; a file on its way out answers "access denied".</summary>
    public static bool IsPassing(Exception error) =>
        error is UnauthorizedAccessException or IOException
        && (error.HResult & 0xFFFF) is AccessDenied or SharingViolation or LockViolation;
}
