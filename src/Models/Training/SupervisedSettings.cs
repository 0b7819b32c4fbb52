using Research.Models.Training.Schedules;

namespace Research.Models.Training;

/// <summary>How a network learns from a batch.</summary>
public sealed record SupervisedSettings
{
    public required OptimizerSettings Optimizer { get; init; }

    public required LearningRateSchedule Schedule { get; init; }

    /// <summary>Largest common norm of the gradients; null for no bound.</summary>
    public required double? GradientNorm { get; init; }

    /// <summary>Parts in which a batch goes through the network, to save memory; 1 for the whole batch at once.</summary>
    /// <remarks>See <see cref="GradientAccumulation"/>.</remarks>
    public required int MicroBatches { get; init; }

    /// <summary>Parts of the network that keep their weights, by their paths, such as "features" or "classifier.0.weight"; empty for none.</summary>
    /// <remarks>They stay in evaluation mode, so that the statistics of a batch normalization in them do not move.</remarks>
    public required IReadOnlyList<string> Frozen { get; init; }
}
