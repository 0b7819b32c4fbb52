using static TorchSharp.torch.optim;

namespace Research.Models.Training.Schedules;

/// <summary>The rate times a factor after every epoch.</summary>
/// <remarks>Epoch e, counted from 1, has rate · Factor^(e − 1). Source and oracle: PyTorch's ExponentialLR.</remarks>
public sealed record ExponentialDecay : LearningRateSchedule
{
    public required double Factor { get; init; }

    internal override ScheduleRun Over(Optimizer optimizer, TrainingLength length, Better better) =>
        new EpochRun(lr_scheduler.ExponentialLR(optimizer, Factor));
}
