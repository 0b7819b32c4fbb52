using static TorchSharp.torch.optim;

namespace Research.Models.Training.Schedules;

/// <summary>The optimiser's own rate throughout.</summary>
public sealed record ConstantRate : LearningRateSchedule
{
    internal override ScheduleRun Over(Optimizer optimizer, TrainingLength length, Better better) => new ConstantRun();
}
