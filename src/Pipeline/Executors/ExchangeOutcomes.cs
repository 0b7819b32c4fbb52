using System.Collections.Concurrent;
using System.Text;
using Research.Numerics;
using Research.Pipeline.Executors.Dispatching;
using Research.Pipeline.Executors.Exchange;
using Research.Pipeline.Runs;
using Research.Pipeline.Store;

namespace Research.Pipeline.Executors;

/// <summary>Jobs as files of an exchange, and what came of them back into the folders of those who wait.</summary>
/// <param name="executor">Its name, for the ledger.</param>
/// <param name="place">The exchange as the ledger has it.</param>
/// <param name="report">Seconds between two reports of a worker.</param>
internal sealed class ExchangeOutcomes(JobExchange exchange, Ledger ledger, string executor, string place, double report)
    : IOutcomes
{
    private const int LogLines = 12;

    private readonly ConcurrentDictionary<string, long> _asked = new();

    public string Publish(Work work)
    {
        JobSpec job = PlaceOf(work.Items[0]).Job.Job;
        var file = new JobFile
        {
            Submission = work.Submission,
            Catalogue = job.Catalogue,
            Profile = job.Profile,
            Assemblies = job.Assemblies,
            CheckpointSeconds = job.CheckpointSeconds,
            ReportSeconds = report,
            Resources = work.Resources,
            Items = [.. work.Items.Select(item => PlaceOf(item).File.Item)],
        };
        return exchange.PutNamed(file.ToBytes());
    }

    public string PublishWave(IReadOnlyList<string> jobs) => exchange.PutNamed(Encoding.ASCII.GetBytes(string.Join('\n', jobs)));

    public void Remember(Work work) =>
        ledger.Put(
            new LedgerJob
            {
                Job = work.Job,
                Submission = work.Submission,
                Executor = executor,
                Place = place,
                TaskId = work.TaskId!,
                Submitted = work.Since,
                Resources = work.Resources,
                Items = [.. work.Items.Select(item => new LedgerItem(item.Target, item.Fingerprint, PlaceOf(item).File.Seconds))],
            }
        );

    public void Forget(Work work) => ledger.Take(work.Job, [.. work.Items.Select(item => item.Fingerprint)]);

    public Taken Take(Work work)
    {
        var done = new List<WorkItem>();
        Ending? ending = null;
        string why = "";
        foreach (WorkItem item in work.Items)
        {
            if (Find(work, item) is not { } completion)
            {
                continue;
            }

            if (completion.Report.Cause is not FailureCause.Code)
            {
                ending = completion.Report.Cause == FailureCause.Memory ? Ending.Memory : Ending.Failed;
                why = $"{completion.Host}: {completion.Report.Error}";
            }
            else if (Bring(work, item, completion))
            {
                done.Add(item);
            }
        }

        bool explained = ending is not null || work.State!.Ending is not (Ending.Failed or Ending.Completed or Ending.Unknown);
        return !explained && done.Count < work.Items.Count && NewsOf(work.Job) is { IsStopped: true }
            ? new Taken(done, Ending.Preempted, "its worker was asked to end")
            : new Taken(done, ending, why);
    }

    public void Told(Work work)
    {
        long now = TimeProvider.System.GetTimestamp();
        if (
            work.State is not { Phase: TaskPhase.Running }
            || (_asked.TryGetValue(work.Job, out long last) && TimeProvider.System.GetElapsedTime(last).TotalSeconds < report)
        )
        {
            return;
        }

        _asked[work.Job] = now;
        try
        {
            if (
                NewsOf(work.Job) is { } news
                && work.Items.FirstOrDefault(item => item.Fingerprint == news.Fingerprint) is { } item
            )
            {
                AwaitedItem place = PlaceOf(item);
                place.Job.Progress(place.Index, news.Share);
            }
        }
        catch (ResearchException)
        {
            // How far it is can be told later.
        }
    }

    public void Fail(WorkItem item, string why)
    {
        AwaitedItem place = PlaceOf(item);
        place.Job.End(place.Index, new WorkerReport(why, false, 0, 0), () => { });
    }

    public string LogOf(Work work)
    {
        try
        {
            return NewsOf(work.Job) is { } news ? Tail(TextOf(exchange, news.Log)) : "";
        }
        catch (Exception error) when (error is ResearchException or IOException)
        {
            return "";
        }
    }

    /// <summary>A log of the exchange as text; empty where it is not there.</summary>
    public static string TextOf(JobExchange exchange, Output log)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            return exchange.Fetch(log, file) ? File.ReadAllText(file) : "";
        }
        finally
        {
            File.Delete(file);
        }
    }

    private TaskNews? NewsOf(string job) => exchange.FindRecord(RecordKind.News, job) is { } bytes ? TaskNews.Parse(bytes) : null;

    private Completion? Find(Work work, WorkItem item) =>
        exchange.FindRecord(RecordKind.Completion, CompletionName.Of(work.Submission, item.Fingerprint)) is { } bytes
            ? Completion.Parse(bytes, item.Fingerprint)
            : null;

    // False where an output is not there yet, or only half of it.
    private bool Bring(Work work, WorkItem item, Completion completion)
    {
        AwaitedItem place = PlaceOf(item);
        string folder = place.Job.Job.Items[place.Index].Folder;
        if (!completion.Outputs.All(output => exchange.Fetch(output, Path.Combine(folder, output.Path))))
        {
            return false;
        }

        WorkerReport told = completion.Report;
        if (told.Error is { } error && TextOf(exchange, completion.Log) is { Length: > 0 } log)
        {
            told = told with { Error = $"{error}\n{completion.Host}, last lines of its log:\n{Tail(log)}" };
        }

        string job = work.Job;
        place.Job.End(place.Index, told, () => ledger.Take(job, [item.Fingerprint]));
        return true;
    }

    private static string Tail(string log) =>
        string.Join('\n', log.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(LogLines));

    private static AwaitedItem PlaceOf(WorkItem item) => (AwaitedItem)item.Place;
}
