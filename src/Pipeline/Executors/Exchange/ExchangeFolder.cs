using Research.Data.Store;

namespace Research.Pipeline.Executors.Exchange;

/// <summary>A folder that is an exchange and nothing else: what nobody has used for a month is cleared away.</summary>
internal static class ExchangeFolder
{
    private const string Marker = "exchange.txt";
    private const UnixFileMode Others = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private static readonly TimeSpan Unused = TimeSpan.FromDays(30);

    /// <summary>Makes the folder, or clears it. A folder that was something else before, such as a store of results, stays as it is.</summary>
    /// <param name="warn">Receives a line for a person: that others can write there, or that something old cannot be deleted.</param>
    public static void Open(string folder, Action<string> warn)
    {
        string marker = Path.Combine(folder, Marker);
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            PrivateFolder.Make(folder);
            File.WriteAllText(marker, "Jobs of a cluster pass here; what nobody has used for a month is deleted.\n");
        }
        else if (File.Exists(marker))
        {
            Clear(folder, warn);
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(folder) & Others) != 0)
        {
            warn(
                $"{folder} can be written by other users, and whoever writes there can give this run wrong results: chmod go-w {folder}"
            );
        }
    }

    // What cannot be deleted, another's file or one that is in use, costs room and nothing else.
    private static void Clear(string folder, Action<string> warn)
    {
        DateTime old = TimeProvider.System.GetUtcNow().UtcDateTime - Unused;
        foreach (string part in new[] { "ac", "cas", "logs" }.Select(name => Path.Combine(folder, name)).Where(Directory.Exists))
        {
            foreach (FileInfo file in new DirectoryInfo(part).EnumerateFiles().Where(file => file.LastWriteTimeUtc < old))
            {
                try
                {
                    file.Delete();
                }
                catch (Exception error) when (error is IOException or UnauthorizedAccessException)
                {
                    warn($"{folder}: what nobody has used for a month cannot be deleted: {error.Message}");
                    return;
                }
            }
        }
    }
}
