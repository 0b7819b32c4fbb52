using Research.Data.Store;
using Research.Pipeline.Executors.Exchange;
using Research.Pipeline.Runs;
using Research.Pipeline.Store;

namespace Research.Pipeline.Executors.Nodes;

/// <summary>A node's own disk: a fresh folder for this task, and inputs that tasks share, each checked before it is read.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private static readonly TimeSpan Unused = TimeSpan.FromDays(3);

    private readonly string _root;
    private readonly Staging _task;
    private readonly bool _isShared;
    private readonly FileHashes _hashes = new(null, paranoid: false);

    private ScratchFolder(string root, Staging task, bool isShared) => (_root, _task, _isShared) = (root, task, isShared);

    /// <summary>Of this task alone; deleted at its end.</summary>
    public string Task => _task.Path;

    /// <summary>RESEARCH_SCRATCH, where tasks share inputs; else a folder of this task alone, whose name nobody can guess, for who could write there could change a result.</summary>
    public static ScratchFolder Open() => At(Environment.GetEnvironmentVariable("RESEARCH_SCRATCH"));

    /// <param name="given">A folder that tasks share; null or empty for none.</param>
    internal static ScratchFolder At(string? given)
    {
        if (string.IsNullOrEmpty(given))
        {
            string own = Directory.CreateTempSubdirectory("research-task-").FullName;
            return new(own, Staging.Open(Path.Combine(own, "tasks")), isShared: false);
        }

        string root = Path.GetFullPath(given);
        PrivateFolder.Make(root);
        string tasks = Path.Combine(root, "tasks");
        Staging.Sweep(tasks);
        Forget(root);
        return new(root, Staging.Open(tasks), isShared: true);
    }

    public void Dispose()
    {
        _task.Dispose();
        if (!_isShared)
        {
            Directory.Delete(_root, recursive: true);
        }
    }

    /// <summary>A file with that content; null where the exchange has none that is whole.</summary>
    public StoredFile? Input(JobExchange exchange, Output output)
    {
        string path = Path.Combine(_root, "inputs", output.Digest);
        if (!PlainFile.Exists(path) || _hashes.Of(path) != output.Digest)
        {
            string fresh = Path.Combine(Task, Path.GetRandomFileName());
            if (!exchange.Fetch(output, fresh))
            {
                return null;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            BusyFile.Replace(fresh, path);
        }

        File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime);
        return StoredFile.Plain(path) with { Digest = output.Digest };
    }

    /// <summary>The folder of a dataset's files.</summary>
    public VerifiedFolder Dataset(JobExchange exchange, DatasetInput dataset) =>
        ShippedDataset.Fetch(exchange, dataset, Path.Combine(_root, "data", dataset.Digest[^64..]), _hashes);

    // A folder's time is that of its last use: whoever opens a dataset sets it.
    private static void Forget(string root)
    {
        DateTime old = TimeProvider.System.GetUtcNow().UtcDateTime - Unused;
        FileSystemInfo[] kept =
        [
            .. new[] { "inputs", "data" }
                .Select(part => new DirectoryInfo(Path.Combine(root, part)))
                .Where(part => part.Exists)
                .SelectMany(part => part.EnumerateFileSystemInfos()),
        ];
        foreach (FileSystemInfo unused in kept.Where(one => one.LastWriteTimeUtc < old))
        {
            try
            {
                Delete(unused);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Another task is at it.
            }
        }
    }

    private static void Delete(FileSystemInfo unused)
    {
        if (unused is DirectoryInfo { LinkTarget: null } folder)
        {
            folder.Delete(recursive: true);
        }
        else
        {
            unused.Delete();
        }
    }
}
