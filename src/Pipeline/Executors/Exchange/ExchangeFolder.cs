using Research.Data.Store;

namespace Research.Pipeline.Executors.Exchange;

/// <summary>A folder that is an exchange and nothing else: what nobody has used for a month is cleared away.</summary>
internal static class ExchangeFolder
{
    private const string Marker = "exchange.txt";
    private static readonly TimeSpan Unused = TimeSpan.FromDays(30);

    /// <summary>Makes the folder, or clears it. A folder that was something else before, such as a store of results, stays as it is.</summary>
    public static void Open(string folder)
    {
        string marker = Path.Combine(folder, Marker);
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            PrivateFolder.Make(folder);
            File.WriteAllText(marker, "Jobs of a cluster pass here; what nobody has used for a month is deleted.\n");
        }
        else if (File.Exists(marker))
        {
            Clear(folder);
        }
    }

    private static void Clear(string folder)
    {
        DateTime old = TimeProvider.System.GetUtcNow().UtcDateTime - Unused;
        foreach (string part in new[] { "ac", "cas", "logs" }.Select(name => Path.Combine(folder, name)).Where(Directory.Exists))
        {
            foreach (FileInfo file in new DirectoryInfo(part).EnumerateFiles().Where(file => file.LastWriteTimeUtc < old))
            {
                file.Delete();
            }
        }
    }
}
