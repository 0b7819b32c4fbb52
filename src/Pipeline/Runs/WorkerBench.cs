using Research.Data;
using Research.Data.Locking;
using Research.Data.Store;
using Research.Pipeline.Checkpoints;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>Lays out a bench as a frozen plan says.</summary>
internal static class WorkerBench
{
    public static Bench Of(FrozenPlan frozen, Action<double> progress, CancellationToken cancellation)
    {
        var opened = new Dictionary<string, Dataset>();
        var gate = new Lock();
        return new Bench
        {
            Folder = frozen.Folder,
            Open = dataset =>
            {
                lock (gate)
                {
                    if (!opened.TryGetValue(dataset.Id, out Dataset? found))
                    {
                        found = Open(dataset, frozen, cancellation);
                        opened.Add(dataset.Id, found);
                    }

                    return found;
                }
            },
            Upstream = frozen.Upstream,
            Checkpoints = new FileCheckpoints(frozen.Checkpoints, TimeSpan.FromSeconds(frozen.CheckpointSeconds)),
            Report = share =>
            {
                cancellation.ThrowIfCancellationRequested();
                progress(share);
            },
        };
    }

    private static Dataset Open(DatasetRef dataset, FrozenPlan frozen, CancellationToken cancellation) =>
        dataset switch
        {
            GeneratedDataset generated => Generate(generated, frozen),
            PinnedDataset pinned => frozen.Datasets.TryGetValue(pinned.Id, out VerifiedFolder? folder)
                ? new Dataset(pinned.Id, folder.Version, folder.Digest, Synthetic: false, pinned.Read(folder.Path))
                : Fetch(pinned, frozen, cancellation),
            FolderDataset own => DatasetTarget.Open(own, frozen.Root, new FileHashes(null, paranoid: true)),
            _ => throw new ArgumentException($"'{dataset.Id}' is no kind of dataset that can be opened.", nameof(dataset)),
        };

    // Its own target generates it; the others read what that one wrote.
    private static Dataset Generate(GeneratedDataset generated, FrozenPlan frozen) =>
        frozen.Upstream.TryGetValue(DatasetTarget.NameOf(generated), out IReadOnlyDictionary<string, string>? files)
            ? ClipFile.Read(files[ClipFile.Name])
            : generated.Make();

    private static Dataset Fetch(PinnedDataset pinned, FrozenPlan frozen, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        DatasetEntry entry = DatasetLock.Load(Checkout.LockFile(frozen.Root)).Find(pinned.Id);
        var store = DatasetStore.In(frozen.Cache, http, new FileHashes(null, paranoid: false));
        string folder = store.OpenAsync(entry, null, cancellation).GetAwaiter().GetResult();
        return new Dataset(entry.Id, entry.Version, entry.Digest, Synthetic: false, pinned.Read(folder));
    }
}
