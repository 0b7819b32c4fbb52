using Research.Numerics;
using Research.Pipeline.Executors.Exchange;
using Research.Pipeline.Runs;
using Research.Pipeline.Store;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Executors.Nodes;

/// <summary>Makes the items of a job on this machine; what each came to goes to the exchange before the next begins.</summary>
/// <param name="name">SHA-256 of the job's file.</param>
internal sealed class NodeTask(
    string name,
    JobFile job,
    JobExchange exchange,
    ScratchFolder scratch,
    TargetGraph graph,
    TaskLog log,
    CancellationToken stopped
)
{
    private readonly DateTime _started = TimeProvider.System.GetUtcNow().UtcDateTime;
    private readonly Lock _gate = new();
    private volatile Now? _now;

    /// <summary>Makes what no record of this submission has yet.</summary>
    /// <exception cref="OperationCanceledException">It was stopped; states are saved.</exception>
    public void Make()
    {
        using var timer = new Timer(_ => Tell(), null, TimeSpan.Zero, TimeSpan.FromSeconds(job.ReportSeconds));
        foreach (JobFileItem item in job.Items)
        {
            stopped.ThrowIfCancellationRequested();
            if (exchange.FindRecord(RecordKind.Completion, CompletionName.Of(job.Submission, item.Fingerprint)) is null)
            {
                Make(item);
            }
        }
    }

    private void Make(JobFileItem item)
    {
        log.WriteLine($"{item.Target}: begins on {Environment.MachineName}");
        string folder = Path.Combine(scratch.Task, item.Fingerprint);
        JobItem here = ItemHere(item, folder);
        Directory.CreateDirectory(here.Folder);
        var states = new NodeStates(exchange, item.Fingerprint, here.Checkpoints, scratch.Task);
        states.Bring();
        _now = new Now(item.Fingerprint, 0, states);
        try
        {
            WorkerReport report = ItemMaking.Make(
                JobHere(here),
                here,
                graph,
                device => device, // a job's file names none: every machine has the CPU
                share => _now = new Now(item.Fingerprint, share, states),
                stopped
            );
            log.WriteLine($"{item.Target}: {report.Error ?? "made"}");
            Complete(item, report, here.Folder);
        }
        catch (OperationCanceledException)
        {
            log.WriteLine($"{item.Target}: stopped");
            Tell(stopped: true);
            throw;
        }
        finally
        {
            _now = null;
        }

        Directory.Delete(folder, recursive: true);
    }

    private void Complete(JobFileItem item, WorkerReport report, string folder)
    {
        Output[] outputs = report.Error is null
            ?
            [
                .. Directory
                    .GetFiles(folder)
                    .Order(StringComparer.Ordinal)
                    .Select(path => exchange.Put(Path.GetFileName(path), path)),
            ]
            : [];
        var completion = new Completion
        {
            Fingerprint = item.Fingerprint,
            Report = report,
            Outputs = outputs,
            Log = PutLog(),
            Host = Environment.MachineName,
            Threads = job.Resources.Cores,
        };
        exchange.PutRecord(RecordKind.Log, item.Fingerprint, JobExchange.ListOf([completion.Log]));
        exchange.PutRecord(RecordKind.Completion, CompletionName.Of(job.Submission, item.Fingerprint), completion.ToBytes());
    }

    // Progress, log and states, as far as the exchange takes them; a job does not end for its sake.
    private void Tell(bool stopped = false)
    {
        lock (_gate)
        {
            try
            {
                if (_now is { } now)
                {
                    now.States.Put();
                    DateTime told = TimeProvider.System.GetUtcNow().UtcDateTime;
                    var news = new TaskNews(Environment.MachineName, now.Fingerprint, now.Share, _started, told, PutLog())
                    {
                        IsStopped = stopped,
                    };
                    exchange.PutRecord(RecordKind.News, name, news.ToBytes());
                    exchange.PutRecord(RecordKind.Log, now.Fingerprint, JobExchange.ListOf([news.Log]));
                }
            }
            catch (Exception error) when (error is ResearchException or IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"not told: {error.Message}");
            }
        }
    }

    private Output PutLog()
    {
        string path = Path.Combine(scratch.Task, Path.GetRandomFileName());
        File.WriteAllText(path, log.Text);
        Output put = exchange.Put("log.txt", path);
        File.Delete(path);
        return put;
    }

    private JobItem ItemHere(JobFileItem item, string folder) =>
        new()
        {
            Target = item.Target,
            Fingerprint = item.Fingerprint,
            Settings = item.Settings,
            Folder = Path.Combine(folder, "out"),
            Checkpoints = Path.Combine(folder, "checkpoints"),
            Report = Path.Combine(folder, "report.json"),
            Upstream = item.Inputs.ToDictionary(target => target.Key, target => Inputs(target.Value)),
            Datasets = item.Datasets.ToDictionary(data => data.Key, data => scratch.Dataset(exchange, data.Value)),
        };

    private IReadOnlyDictionary<string, StoredFile> Inputs(IReadOnlyList<Output> files) =>
        files.ToDictionary(
            file => file.Path,
            file =>
                Late.Wait(() => scratch.Input(exchange, file))
                ?? throw new ResearchException($"{exchange.Name} has no whole copy of the input {file.Path}, {file.Digest}.")
        );

    private JobSpec JobHere(JobItem item) =>
        new()
        {
            Catalogue = job.Catalogue,
            Profile = job.Profile,
            Root = scratch.Task,
            Cache = scratch.Task,
            Assemblies = job.Assemblies,
            Threads = job.Resources.Cores,
            CheckpointSeconds = job.CheckpointSeconds,
            Items = [item],
        };

    private sealed record Now(string Fingerprint, double Share, NodeStates States);
}
