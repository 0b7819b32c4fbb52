namespace Research.Models.Training.RangeTest;

/// <summary>How a learning-rate range test goes.</summary>
public sealed record RangeTestSettings
{
    /// <summary>Rate of the first step, above 0.</summary>
    public required double LowestRate { get; init; }

    /// <summary>Rate of the last step, above the lowest.</summary>
    public required double HighestRate { get; init; }

    /// <summary>At least 2.</summary>
    public required int Steps { get; init; }

    public required int BatchSize { get; init; }

    /// <summary>The loss of the step that is followed, such as train_loss.</summary>
    public required string Loss { get; init; }

    /// <summary>Weight of a new loss in the smoothed one, above 0 and at most 1 (no smoothing).</summary>
    public required double Smoothing { get; init; }

    /// <summary>The test ends when the smoothed loss is so many times its lowest.</summary>
    public required double Divergence { get; init; }
}
