namespace Research.Pipeline.Executors.Dispatching;

/// <summary>How patient a run is with a cluster; none of it shows in a result.</summary>
internal sealed record DispatchSettings
{
    /// <summary>Between two questions to the scheduler.</summary>
    public required TimeSpan Poll { get; init; }

    /// <summary>How long ready jobs wait for company, so that they go as one array.</summary>
    public required TimeSpan Gather { get; init; }

    /// <summary>Between two submissions.</summary>
    public required TimeSpan BetweenSubmissions { get; init; }

    /// <summary>How long after a job's end its records may still appear: a network file system shows files late.</summary>
    public required TimeSpan Late { get; init; }

    /// <summary>Submissions in a row that may fail.</summary>
    public required int MostRefusals { get; init; }

    /// <summary>Attempts that may be lost to preemption, machines, time limits or people.</summary>
    public required int MostLosses { get; init; }

    /// <summary>Attempts that may end without a record and without an explanation.</summary>
    public required int MostCrashes { get; init; }

    /// <summary>Memory to ask for at most, bytes.</summary>
    public required long MostMemoryBytes { get; init; }

    /// <summary>Time to ask for at most, seconds.</summary>
    public required int MostSeconds { get; init; }

    /// <summary>Patience with a usual cluster.</summary>
    public static DispatchSettings Standard { get; } =
        new()
        {
            Poll = TimeSpan.FromSeconds(10),
            Gather = TimeSpan.FromSeconds(2),
            BetweenSubmissions = TimeSpan.FromSeconds(1),
            Late = TimeSpan.FromSeconds(60),
            MostRefusals = 10,
            MostLosses = 20,
            MostCrashes = 3,
            MostMemoryBytes = 64L << 30,
            MostSeconds = 24 * 3600,
        };
}
