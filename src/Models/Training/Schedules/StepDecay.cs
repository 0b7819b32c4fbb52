using static TorchSharp.torch.optim;

namespace Research.Models.Training.Schedules;

/// <summary>The rate times a factor every so many epochs.</summary>
/// <remarks>Epoch e, counted from 1, has rate · Factor^⌊(e − 1)/Every⌋. Source and oracle: PyTorch's StepLR.</remarks>
public sealed record StepDecay : LearningRateSchedule
{
    /// <summary>Epochs between changes, at least 1.</summary>
    public required int Every { get; init; }

    public required double Factor { get; init; }

    /// <exception cref="ArgumentOutOfRangeException"><see cref="Every"/> is below 1.</exception>
    internal override ScheduleRun Over(Optimizer optimizer, TrainingLength length, Better better) =>
        new EpochRun(lr_scheduler.StepLR(optimizer, Every, Factor));
}
