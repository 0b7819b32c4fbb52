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

    private static DatasetEntry Entry() => DatasetLock.Load(Path.Combine(Repository.Root, "datasets.lock")).Find("fsdd");
}
