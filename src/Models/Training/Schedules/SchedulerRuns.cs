using static TorchSharp.torch.optim.lr_scheduler;

namespace Research.Models.Training.Schedules;

/// <summary>The rate never changes.</summary>
internal sealed class ConstantRun : ScheduleRun;

/// <summary>The scheduler steps between updates: its first rate is set already.</summary>
internal sealed class UpdateRun(LRScheduler scheduler) : ScheduleRun
{
    private bool _begun;

    public override void BeforeUpdate()
    {
        if (_begun)
        {
            scheduler.step();
        }

        _begun = true;
    }
}

/// <summary>The scheduler steps after each epoch.</summary>
internal sealed class EpochRun(LRScheduler scheduler) : ScheduleRun
{
    public override void AfterEpoch(double? metric) => scheduler.step();
}

/// <summary>The scheduler steps after each epoch, by the monitored metric.</summary>
internal sealed class MetricRun(LRScheduler scheduler) : ScheduleRun
{
    public override void AfterEpoch(double? metric) => scheduler.step(metric!.Value);
}
