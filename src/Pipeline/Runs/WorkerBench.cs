using Research.Data;
using Research.Data.Locking;
using Research.Data.Store;
using Research.Pipeline.Checkpoints;
using Research.Pipeline.Store;
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
            Upstream = frozen.Upstream.ToDictionary(target => target.Key, target => Openers(target.Value)),
            Checkpoints = new FileCheckpoints(frozen.Checkpoints, TimeSpan.FromSeconds(frozen.CheckpointSeconds)),
            Report = share =>
            {
                cancellation.ThrowIfCancellationRequested();
                progress(share);
            },
        };
    }

    private static IReadOnlyDictionary<string, Func<Stream>> Openers(IReadOnlyDictionary<string, StoredFile> files) =>
        files.ToDictionary(file => file.Key, file => (Func<Stream>)file.Value.OpenRead);

    private static Dataset Open(DatasetRef dataset, FrozenPlan frozen, CancellationToken cancellation)
    {
        switch (dataset)
        {
            case GeneratedDataset: // its own target generates it; the others read what that one wrote
                return frozen.Upstream.TryGetValue(
                    DatasetTarget.NameOf(dataset),
                    out IReadOnlyDictionary<string, StoredFile>? files
                )
                    ? DatasetReader.Read(dataset, null, file => files[file].OpenRead(), "", "")
                    : GeneratedPin.Checked(DatasetReader.Read(dataset, null, null, "", ""), frozen.Root);
            case FolderDataset folder:
                string digest = DatasetTarget.DigestOf(folder, frozen.Root, new FileHashes(null, paranoid: true));
                return DatasetReader.Read(dataset, Path.Combine(frozen.Root, folder.Folder), null, "unpinned", digest);
            default:
                VerifiedFolder verified = frozen.Datasets.GetValueOrDefault(dataset.Id) ?? Fetch(dataset, frozen, cancellation);
                return DatasetReader.Read(dataset, verified.Path, null, verified.Version, verified.Digest);
        }
    }

    private static VerifiedFolder Fetch(DatasetRef dataset, FrozenPlan frozen, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        DatasetEntry entry = DatasetLock.Load(Checkout.LockFile(frozen.Root)).Find(dataset.Id);
        var store = DatasetStore.In(frozen.Cache, http, new FileHashes(null, paranoid: false));
        string folder = store.OpenAsync(entry, null, cancellation).GetAwaiter().GetResult();
        return new VerifiedFolder(folder, entry.Version, entry.Digest);
    }
}
