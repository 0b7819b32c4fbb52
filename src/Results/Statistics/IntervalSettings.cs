namespace Research.Results.Statistics;

/// <summary>How the confidence intervals of metrics are made.</summary>
public sealed record IntervalSettings
{
    /// <summary>The intervals of all tables: 95 %, a thousand resamples.</summary>
    public static IntervalSettings Standard { get; } =
        new()
        {
            Level = 0.95,
            Resamples = 1_000,
            Seed = 1,
        };

    /// <summary>Confidence, between 0 and 1.</summary>
    public required double Level { get; init; }

    /// <summary>Samples that the bootstrap draws.</summary>
    public required int Resamples { get; init; }

    /// <summary>Seed of the bootstrap's draws.</summary>
    public required ulong Seed { get; init; }
}
