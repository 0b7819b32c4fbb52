namespace Research.Results.Metrics.Beats;

/// <summary>What counts as a beat that is found.</summary>
public sealed record BeatMetricSettings
{
    /// <summary>True and tracked beats before this are left out.</summary>
    public required double FirstSeconds { get; init; }

    /// <summary>How far a tracked beat may lie from a true one, for the F-measure.</summary>
    public required double WindowSeconds { get; init; }

    /// <summary>How far a tracked beat may lie from the nearest true one, in true distances, for the total accuracies.</summary>
    public required double PhaseTolerance { get; init; }

    /// <summary>How far the distance to the tracked beat before may lie from the true distance, in true distances, for the total accuracies.</summary>
    public required double PeriodTolerance { get; init; }

    /// <summary>mir_eval.beat.evaluate's values: from 5 s on, 70 ms, 17.5 %, 17.5 %.</summary>
    public static BeatMetricSettings MirEval { get; } =
        new()
        {
            FirstSeconds = 5,
            WindowSeconds = 0.07,
            PhaseTolerance = 0.175,
            PeriodTolerance = 0.175,
        };

    /// <summary>The same for short pieces: every beat counts.</summary>
    public static BeatMetricSettings WholePiece { get; } = MirEval with { FirstSeconds = 0 };
}
