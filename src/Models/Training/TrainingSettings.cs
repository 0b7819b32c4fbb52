using Research.Models.Training.Schedules;

namespace Research.Models.Training;

/// <summary>How long and in what portions a network is trained at a constant rate.</summary>
public sealed record TrainingSettings
{
    public required int Epochs { get; init; }

    public required int BatchSize { get; init; }

    public required OptimizerSettings Optimizer { get; init; }

    /// <summary>Largest common norm of the gradients; null for no bound.</summary>
    public required double? GradientNorm { get; init; }

    /// <summary>When to stop before the last epoch, by the validation loss; null for never.</summary>
    public required EarlyStopping? Stopping { get; init; }

    internal SupervisedSettings Step() =>
        new()
        {
            Optimizer = Optimizer,
            Schedule = new ConstantRate(),
            GradientNorm = GradientNorm,
            MicroBatches = 1,
            Frozen = [],
        };

    internal TrainerSettings Trainer(bool validates) =>
        new()
        {
            Epochs = Epochs,
            BatchSize = BatchSize,
            Monitor = validates ? MonitoredMetric.ValidationLoss : null,
            Stopping = validates ? Stopping : null,
            Average = null,
        };
}
