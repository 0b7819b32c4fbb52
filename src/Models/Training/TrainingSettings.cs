namespace Research.Models.Training;

/// <summary>How long and in what portions a network is trained.</summary>
public sealed record TrainingSettings
{
    public required int Epochs { get; init; }

    public required int BatchSize { get; init; }

    public required OptimizerSettings Optimizer { get; init; }

    /// <summary>Largest common norm of the gradients; null for no bound.</summary>
    public required double? GradientNorm { get; init; }

    /// <summary>When to stop before the last epoch; null for never.</summary>
    public required EarlyStopping? Stopping { get; init; }
}

/// <summary>Stops when the validation loss has not improved for so many epochs, and takes back the best weights.</summary>
public sealed record EarlyStopping
{
    public required int Patience { get; init; }

    /// <summary>Epochs (from 1) before this one stop nothing and count no failure.</summary>
    public required int FirstEpoch { get; init; }

    /// <summary>Decimals to which losses are rounded before they are compared; null for all.</summary>
    public required int? Decimals { get; init; }
}
