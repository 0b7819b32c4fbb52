namespace Research.Models.Training;

/// <summary>How long and in what portions a step is trained, and by what metric it is judged.</summary>
public sealed record TrainerSettings
{
    public required int Epochs { get; init; }

    /// <summary>Items an update.</summary>
    public required int BatchSize { get; init; }

    /// <summary>What early stopping and ReduceOnPlateau follow; null if neither is used.</summary>
    public required MonitoredMetric? Monitor { get; init; }

    /// <summary>When to stop before the last epoch; null for never.</summary>
    public required EarlyStopping? Stopping { get; init; }

    /// <summary>Validates and ends with averaged weights; null for the weights themselves.</summary>
    public required WeightAverageSettings? Average { get; init; }
}
