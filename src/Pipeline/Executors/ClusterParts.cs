using Research.Data.Locking;
using Research.Pipeline.Executors.Dispatching;
using Research.Pipeline.Executors.Exchange;
using Research.Pipeline.Executors.Schedulers;
using Research.Pipeline.Runs;

namespace Research.Pipeline.Executors;

/// <summary>What an executor of a cluster is made of.</summary>
internal sealed record ClusterParts
{
    public required ExecutorSettings Settings { get; init; }

    /// <summary>Name of the executor and of the place, as the ledger has them.</summary>
    public required string Executor { get; init; }

    public required string Place { get; init; }

    public required IScheduler Scheduler { get; init; }

    public required JobExchange Exchange { get; init; }

    public required IOutcomes Outcomes { get; init; }

    public required Ledger Ledger { get; init; }

    public required IFileHashes Hashes { get; init; }

    public required DispatchSettings Patience { get; init; }

    public required Action<string> Tell { get; init; }

    /// <summary>Asked, with how many jobs are under way, when the run is stopped: whether to cancel them.</summary>
    public required Func<int, bool> Cancels { get; init; }

    public static ClusterParts Of(ExecutorSettings settings, Project project, Action<string> tell, Func<int, bool> cancels)
    {
        string place = PlaceOf(settings, project.Settings.Cache);
        ExchangeFolder.Open(place, tell);
        var exchange = JobExchange.Open(place);
        var ledger = Ledger.In(project.Settings.Cache);
        return new()
        {
            Settings = settings,
            Executor = settings.Executor,
            Place = place,
            Scheduler = SchedulerOf(settings, place),
            Exchange = exchange,
            Outcomes = new ExchangeOutcomes(exchange, ledger, settings.Executor, place, settings.ReportSeconds),
            Ledger = ledger,
            Hashes = project.Hashes,
            Patience = PatienceOf(settings),
            Tell = tell,
            Cancels = cancels,
        };
    }

    /// <summary>The exchange of those settings, as a whole path.</summary>
    public static string PlaceOf(ExecutorSettings settings, string cache) =>
        settings.Place is { } place ? Path.GetFullPath(place) : Path.Combine(cache, "exchange");

    /// <summary>The scheduler of those settings.</summary>
    public static IScheduler SchedulerOf(ExecutorSettings settings, string place)
    {
        var worker = new WorkerCommand(settings.Program ?? WorkerProcess.OwnProgram(), place);
        if (settings.Executor == ExecutorSettings.Command)
        {
            return new CommandScheduler(new CommandTemplates(settings.Submit!, settings.Poll!, settings.Cancel!), worker);
        }

        string logs = Path.Combine(place, "logs");
        Directory.CreateDirectory(logs);
        return new SlurmScheduler(
            new SlurmSettings(settings.Partition, settings.Account, settings.ArraySize, settings.Lines, logs),
            worker
        );
    }

    private static DispatchSettings PatienceOf(ExecutorSettings settings) =>
        DispatchSettings.Standard with
        {
            Poll = TimeSpan.FromSeconds(settings.PollSeconds),
            Gather = TimeSpan.FromSeconds(settings.GatherSeconds),
            Late = TimeSpan.FromSeconds(settings.LateSeconds),
            MostMemoryBytes = (long)(settings.MostMemoryGiB * (1L << 30)),
            MostSeconds = (int)(settings.MostHours * 3600),
        };
}
