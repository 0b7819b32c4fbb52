using static TorchSharp.torch.optim;

namespace Research.Models.Training.Schedules;

/// <summary>The rate times a factor when the monitored metric has not improved for more than so many epochs.</summary>
/// <remarks>
/// <para>
/// A metric m that is to fall improves if m &lt; best·(1 − Threshold), or m &lt; best − Threshold for <see cref="PlateauThreshold.Absolute"/>; one that
/// is to rise, if m &gt; best·(1 + Threshold) or m &gt; best + Threshold. Only then does it become the best. Every other epoch is a bad one. After
/// more than Patience bad epochs in a row the rate becomes max(rate·Factor, LowestRate), unless that is less than 1e-8 below it; the count begins
/// anew, and the next Cooldown epochs count as good.
/// </para>
/// <para>Source and oracle: PyTorch 1.13's ReduceLROnPlateau.</para>
/// </remarks>
public sealed record ReduceOnPlateau : LearningRateSchedule
{
    /// <summary>Below 1.</summary>
    public required double Factor { get; init; }

    public required int Patience { get; init; }

    public required double Threshold { get; init; }

    public required PlateauThreshold ThresholdKind { get; init; }

    public required int Cooldown { get; init; }

    public required double LowestRate { get; init; }

    internal override bool NeedsMetric => true;

    /// <exception cref="ArgumentException"><see cref="Factor"/> is not below 1.</exception>
    internal override ScheduleRun Over(Optimizer optimizer, TrainingLength length, Better better) =>
        new MetricRun(
            lr_scheduler.ReduceLROnPlateau(
                optimizer,
                better == Better.Lower ? "min" : "max",
                Factor,
                Patience,
                Threshold,
                ThresholdKind == PlateauThreshold.Relative ? "rel" : "abs",
                Cooldown,
                [LowestRate]
            )
        );
}
