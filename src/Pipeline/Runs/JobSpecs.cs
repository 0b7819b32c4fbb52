using Research.Data;
using Research.Data.Locking;
using Research.Numerics;
using Research.Pipeline.Planning;
using Research.Pipeline.Store;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>Writes down all that a worker needs, so that it decides nothing itself.</summary>
internal static class JobSpecs
{
    public static JobSpec Of(Project project, RunSettings settings, int threads, IReadOnlyList<JobItem> items) =>
        new()
        {
            Catalogue = project.Settings.Catalogue,
            Profile = project.Settings.Profile.Name(),
            Root = project.Settings.Root,
            Cache = project.Settings.Cache,
            Assemblies = project.Fingerprinter.Assemblies,
            Threads = threads,
            CheckpointSeconds = settings.CheckpointInterval.TotalSeconds,
            Device = settings.Device,
            Items = items,
        };

    public static JobItem Item(Project project, Plan plan, Step step, string staging) =>
        new()
        {
            Target = step.Target.Name,
            Fingerprint = step.Fingerprint!.Id,
            Settings = step.Fingerprint["settings"].Digest,
            Folder = Path.Combine(staging, "out"),
            Report = Path.Combine(staging, "report.json"),
            Checkpoints = project.Store.CheckpointsOf(step.Fingerprint.Id),
            Upstream = step.Upstream.ToDictionary(
                name => name,
                name => FilesOf(project, plan[name], step.Target.ReadsRunRecords)
            ),
            Datasets = Datasets(project, plan, step),
            MemoryBytes = project.MemoryOf(step.Target),
            Seconds = project.SecondsOf(step.Target),
        };

    // The record is written where the tables are published, after they are stored.
    private static IReadOnlyDictionary<string, StoredFile> FilesOf(Project project, Step upstream, bool withRecord)
    {
        IReadOnlyDictionary<string, StoredFile> files = FilesOf(project, upstream);
        return withRecord && upstream.Target is { Folder: not null, OwnsFolder: true }
            ? new Dictionary<string, StoredFile>(files) { [RunRecord.File] = RecordOf(project, upstream) }
            : files;
    }

    private static StoredFile RecordOf(Project project, Step step) =>
        StoredFile.Plain(Path.Combine(project.Workspace.PathOf(step.Target), RunRecord.File));

    private static IReadOnlyDictionary<string, StoredFile> FilesOf(Project project, Step upstream)
    {
        if (upstream.Target is DatasetTarget { IsInput: true })
        {
            return new Dictionary<string, StoredFile>();
        }

        if (project.Store.Find(upstream.Fingerprint!.Id) is { } manifest)
        {
            project.Store.Use(manifest);
            return manifest.Outputs.ToDictionary(
                output => output.Path,
                output => project.Store.Locate(output)! with { Digest = output.Digest }
            );
        }

        // Pruned from the store, and still published.
        return upstream.Target.Folder is not null && project.Workspace.IsCurrent(upstream.Target, upstream.Fingerprint.Id)
            ? Directory
                .GetFiles(project.Workspace.PathOf(upstream.Target))
                .ToDictionary(path => Path.GetFileName(path), StoredFile.Plain)
            : throw new ResearchException(
                $"the result of {upstream.Target.Name} was damaged after the run was planned; run again."
            );
    }

    private static Dictionary<string, VerifiedFolder> Datasets(Project project, Plan plan, Step step) =>
        step
            .Target.Upstream.Select(name => plan[name].Target)
            .OfType<DatasetTarget>()
            .Where(target => target.IsInput)
            .ToDictionary(target => target.Dataset.Id, target => Verified(project, plan, target.Dataset));

    private static VerifiedFolder Verified(Project project, Plan plan, DatasetRef dataset)
    {
        if (dataset is FolderDataset folder)
        {
            Lazy<string> digest = plan.FolderDigests.GetOrAdd(
                folder.Id,
                _ => new(() => DatasetTarget.DigestOf(folder, project.Settings.Root, project.Hashes))
            );
            return new VerifiedFolder(Path.Combine(project.Settings.Root, folder.Folder), "unpinned", digest.Value);
        }

        DatasetEntry entry = project.Inputs.Pins.Find(dataset.Id);
        return new VerifiedFolder(project.Inputs.Store.FolderOf(entry), entry.Version, entry.Digest);
    }
}
