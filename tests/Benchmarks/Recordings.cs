using Research.Data;
using Research.Data.Locking;
using Research.Data.Store;

namespace Research.Benchmarks;

/// <summary>The recordings that the benchmarks run on.</summary>
internal static class Recordings
{
    public static Dataset Fsdd() =>
        new("fsdd", Entry().Version, Entry().Digest, Synthetic: false, Research.Data.Datasets.Fsdd.Read(Folder()));

    /// <summary>The verified folder of FSDD.</summary>
    public static string Folder()
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        return DatasetStore
            .Standard(http, new FileHashes(null, paranoid: false))
            .OpenAsync(Entry(), null, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
    }

    private static DatasetEntry Entry()
    {
        string? root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root!, "datasets.lock")))
        {
            root = Path.GetDirectoryName(root);
        }

        return DatasetLock.Load(Path.Combine(root!, "datasets.lock")).Find("fsdd");
    }
}
