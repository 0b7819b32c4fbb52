using static TorchSharp.torch.optim;

namespace Research.Models.Training.Schedules;

/// <summary>How a learning rate changes during training; one of the records in this folder.</summary>
/// <remarks>The first rate is the optimiser's own, unless the schedule says otherwise (<see cref="OneCycle"/>).</remarks>
public abstract record LearningRateSchedule
{
    /// <summary>Whether it follows a metric of the epochs.</summary>
    internal virtual bool NeedsMetric => false;

    /// <summary>Starts the schedule on an optimiser that has made no update yet.</summary>
    internal abstract ScheduleRun Over(Optimizer optimizer, TrainingLength length, Better better);
}
