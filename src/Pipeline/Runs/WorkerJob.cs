using Research.Data;
using Research.Data.Locking;
using Research.Data.Store;
using Research.Pipeline.Checkpoints;
using Research.Pipeline.Store;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>From one item of a job's specification to what its target is made with.</summary>
internal static class WorkerJob
{
    public static Job Of(JobSpec job, JobItem item, Action<double> progress, CancellationToken cancellation)
    {
        var opened = new Dictionary<string, Dataset>();
        var gate = new Lock();
        return new Job
        {
            Folder = item.Folder,
            Open = dataset =>
            {
                lock (gate)
                {
                    if (!opened.TryGetValue(dataset.Id, out Dataset? found))
                    {
                        found = Open(dataset, job, item, cancellation);
                        opened.Add(dataset.Id, found);
                    }

                    return found;
                }
            },
            Upstream = item.Upstream.ToDictionary(target => target.Key, target => Openers(target.Value)),
            Root = job.Root,
            Pins = () => Checkout.PinsOf(job.Root),
            Checkpoints = new FileCheckpoints(item.Checkpoints, TimeSpan.FromSeconds(job.CheckpointSeconds)),
            Report = share =>
            {
                cancellation.ThrowIfCancellationRequested();
                progress(share);
            },
        };
    }

    private static IReadOnlyDictionary<string, Func<Stream>> Openers(IReadOnlyDictionary<string, StoredFile> files) =>
        files.ToDictionary(file => file.Key, file => (Func<Stream>)file.Value.OpenRead);

    private static Dataset Open(DatasetRef dataset, JobSpec job, JobItem item, CancellationToken cancellation)
    {
        switch (dataset)
        {
            case GeneratedDataset: // its own target generates it; the others read what that one wrote
                return item.Upstream.TryGetValue(
                    DatasetTarget.NameOf(dataset),
                    out IReadOnlyDictionary<string, StoredFile>? files
                )
                    ? DatasetReader.Read(dataset, null, file => files[file].OpenRead(), "", "")
                    : GeneratedPin.Checked(DatasetReader.Read(dataset, null, null, "", ""), job.Root);
            case FolderDataset folder:
                string digest =
                    item.Datasets.GetValueOrDefault(folder.Id)?.Digest // its files need not be hashed by every worker
                    ?? DatasetTarget.DigestOf(folder, job.Root, new FileHashes(null, paranoid: true));
                return DatasetReader.Read(dataset, Path.Combine(job.Root, folder.Folder), null, "unpinned", digest);
            default:
                VerifiedFolder verified = item.Datasets.GetValueOrDefault(dataset.Id) ?? Fetch(dataset, job, cancellation);
                return DatasetReader.Read(dataset, verified.Path, null, verified.Version, verified.Digest);
        }
    }

    private static VerifiedFolder Fetch(DatasetRef dataset, JobSpec job, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        DatasetEntry entry = Checkout.PinsOf(job.Root).Find(dataset.Id);
        var store = DatasetStore.In(job.Cache, new Lazy<HttpClient>(http), new FileHashes(null, paranoid: false));
        string folder = store.OpenAsync(entry, null, cancellation).GetAwaiter().GetResult();
        return new VerifiedFolder(folder, entry.Version, entry.Digest);
    }
}
