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

    private static Dataset Open(DatasetRef dataset, FrozenPlan frozen, CancellationToken cancellation)
    {
        switch (dataset)
        {
            case GeneratedDataset: // its own target generates it; the others read what that one wrote
                bool made = frozen.Upstream.TryGetValue(
                    DatasetTarget.NameOf(dataset),
                    out IReadOnlyDictionary<string, string>? files
                );
                return made
                    ? DatasetReader.Read(dataset, files![ClipFile.Name], "", "")
                    : GeneratedPin.Checked(DatasetReader.Read(dataset, null, "", ""), frozen.Root);
            case FolderDataset folder:
                string digest = DatasetTarget.DigestOf(folder, frozen.Root, new FileHashes(null, paranoid: true));
                return DatasetReader.Read(dataset, Path.Combine(frozen.Root, folder.Folder), "unpinned", digest);
            default:
                VerifiedFolder verified = frozen.Datasets.GetValueOrDefault(dataset.Id) ?? Fetch(dataset, frozen, cancellation);
                return DatasetReader.Read(dataset, verified.Path, verified.Version, verified.Digest);
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
