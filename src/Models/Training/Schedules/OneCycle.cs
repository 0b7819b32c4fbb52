using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler.impl.OneCycleLR;

namespace Research.Models.Training.Schedules;

/// <summary>One rise to a highest rate and one fall to far below the first, update by update, over the whole training.</summary>
/// <remarks>
/// <para>
/// Of N updates (epochs · updates an epoch, counted from 0), update RisingShare·N − 1 has HighestRate, update 0 has HighestRate/FirstDivisor,
/// and the last HighestRate/(FirstDivisor·LastDivisor); between them the rate follows half a cosine or a line. With ThreePhases the fall takes as long as
/// the rise and ends at the first rate, and the rest of the updates leads on to the last. The optimiser's own rate is not used. Momentum (Adam's first
/// beta) falls while the rate rises, and rises while it falls.
/// </para>
/// <para>Source: Smith and Topin (2018), in the form of PyTorch 1.13's OneCycleLR, which is the oracle. Early stopping cuts the cycle off.</para>
/// </remarks>
public sealed record OneCycle : LearningRateSchedule
{
    public required double HighestRate { get; init; }

    /// <summary>Share of the updates in which the rate rises: above 1/N, at most 1, or at most 0.5 with three phases. PyTorch's default is 0.3.</summary>
    public required double RisingShare { get; init; }

    public required Annealing Annealing { get; init; }

    /// <summary>PyTorch's default is 25.</summary>
    public required double FirstDivisor { get; init; }

    /// <summary>PyTorch's default is 10,000.</summary>
    public required double LastDivisor { get; init; }

    public required bool ThreePhases { get; init; }

    /// <summary>Null leaves the momentum as it is.</summary>
    public required MomentumRange? Momentum { get; init; }

    /// <exception cref="ArgumentException">There are too few updates for the rise, or the share is too large.</exception>
    internal override ScheduleRun Over(Optimizer optimizer, TrainingLength length, Better better)
    {
        double most = ThreePhases ? 0.5 : 1;
        if (!(RisingShare * length.Updates > 1 && RisingShare <= most))
        {
            throw new ArgumentException(
                $"OneCycle: in {length.Updates} updates a rising share above {1.0 / length.Updates:R} and at most {most} is needed; given {RisingShare}."
            );
        }

        return new UpdateRun(
            lr_scheduler.OneCycleLR(
                optimizer,
                HighestRate,
                total_steps: length.Updates,
                pct_start: RisingShare,
                anneal_strategy: Annealing == Annealing.Cosine ? AnnealStrategy.Cos : AnnealStrategy.Linear,
                cycle_momentum: Momentum is not null,
                base_momentum: Momentum?.Lowest ?? 0,
                max_momentum: Momentum?.Highest ?? 0,
                div_factor: FirstDivisor,
                final_div_factor: LastDivisor,
                three_phase: ThreePhases
            )
        );
    }
}
