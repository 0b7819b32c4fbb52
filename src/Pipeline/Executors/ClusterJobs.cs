using Research.Numerics;
using Research.Pipeline.Executors.Dispatching;
using Research.Pipeline.Executors.Exchange;

namespace Research.Pipeline.Executors;

/// <summary>What a user's jobs on other machines do, and what they told: for any process, also while no run is under way.</summary>
public static class ClusterJobs
{
    /// <summary>The jobs that a scheduler has, or had when a run last looked, the oldest first.</summary>
    /// <param name="settings">Of the executor; jobs of another one are shown without asking its scheduler.</param>
    /// <param name="project">Whose cache remembers them.</param>
    public static IReadOnlyList<ClusterJob> All(ExecutorSettings settings, Project project)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(project);
        IReadOnlyList<LedgerJob> jobs = Ledger.In(project.Settings.Cache).All();
        string place = ClusterParts.PlaceOf(settings, project.Settings.Cache);
        LedgerJob[] own = [.. jobs.Where(job => job.Executor == settings.Executor && job.Place == place)];
        IReadOnlyDictionary<string, TaskState> states =
            own.Length == 0 ? new Dictionary<string, TaskState>() : Ask(settings, place, own, project.Settings.Warn);
        return [.. jobs.Select(job => Of(job, states.GetValueOrDefault(job.TaskId), JobExchange.Open(job.Place)))];
    }

    /// <summary>What the worker of a fingerprint told, finished or not; null where the exchange knows of none.</summary>
    public static string? LogOf(ExecutorSettings settings, Project project, string fingerprint)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(project);
        string place = ClusterParts.PlaceOf(settings, project.Settings.Cache);
        var exchange = JobExchange.Open(place);
        return exchange.FindRecord(RecordKind.Log, fingerprint) is { } bytes && JobExchange.ParseList(bytes) is [var log]
            ? ExchangeOutcomes.TextOf(exchange, log)
            : null;
    }

    private static IReadOnlyDictionary<string, TaskState> Ask(
        ExecutorSettings settings,
        string place,
        LedgerJob[] jobs,
        Action<string> warn
    )
    {
        try
        {
            return ClusterParts.SchedulerOf(settings.Checked(), place).Poll([.. jobs.Select(job => job.TaskId).Distinct()]);
        }
        catch (SchedulerException error)
        {
            warn(error.Message);
            return new Dictionary<string, TaskState>();
        }
    }

    private static ClusterJob Of(LedgerJob job, TaskState? state, JobExchange exchange)
    {
        TaskNews? news = exchange.FindRecord(RecordKind.News, job.Job) is { } bytes ? TaskNews.Parse(bytes) : null;
        LedgerItem? current = job.Items.FirstOrDefault(item => item.Fingerprint == news?.Fingerprint);
        int at = current is null ? -1 : job.Items.ToList().IndexOf(current);
        double? ran = news is null ? null : (news.Told - news.Started).TotalSeconds;
        return new ClusterJob
        {
            Id = job.TaskId,
            Executor = job.Executor,
            State = state?.Told ?? "not known to the scheduler",
            Host = news?.Host,
            Target = current?.Target ?? job.Items[0].Target,
            Position = Math.Max(at, 0) + 1,
            Count = job.Items.Count,
            Share = news?.Share,
            Seconds = ran,
            SecondsLeft = Left(job, at, news),
        };
    }

    private static double? Left(LedgerJob job, int at, TaskNews? news)
    {
        double?[] expected = [.. job.Items.Skip(Math.Max(at, 0)).Select(item => item.Seconds)];
        return expected.Contains(null)
            ? null
            : OrderedSum.Of([.. expected.Select(seconds => seconds!.Value)]) - ((at < 0 ? 0 : news!.Share) * expected[0]!.Value);
    }
}

/// <summary>A job on another machine.</summary>
public sealed record ClusterJob
{
    /// <summary>The scheduler's.</summary>
    public required string Id { get; init; }

    public required string Executor { get; init; }

    /// <summary>In the scheduler's words.</summary>
    public required string State { get; init; }

    /// <summary>The machine; null before its worker began.</summary>
    public required string? Host { get; init; }

    /// <summary>What it makes now, or first.</summary>
    public required string Target { get; init; }

    /// <summary>Of that target among the job's, from 1.</summary>
    public required int Position { get; init; }

    public required int Count { get; init; }

    /// <summary>Done of that target, 0 to 1; null before its worker began.</summary>
    public required double? Share { get; init; }

    /// <summary>Since its worker began; null before.</summary>
    public required double? Seconds { get; init; }

    /// <summary>Expected until its end; null where nobody has timed one of its targets.</summary>
    public required double? SecondsLeft { get; init; }
}
