using Research.Numerics;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Up to a highest rate and down again, the momentum the other way round (Smith and Topin, 2018).</summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly int _steps;
                    private readonly AnnealStrategy _strategy;
                    private readonly bool _cycles;
                    private readonly (
                        double End,
                        double FromRate,
                        double ToRate,
                        double FromMomentum,
                        double ToMomentum
                    )[] _phases;

                    public enum AnnealStrategy
                    {
                        Cos,
                        Linear,
                    }

                    public OneCycleLR(
                        Optimizer optimizer,
                        double max_lr,
                        int total_steps = -1,
                        int epochs = -1,
                        int steps_per_epoch = -1,
                        double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos,
                        bool cycle_momentum = true,
                        double base_momentum = 0.85,
                        double max_momentum = 0.95,
                        double div_factor = 25,
                        double final_div_factor = 1e4,
                        bool three_phase = false,
                        int last_epoch = -1,
                        bool verbose = false
                    )
                        : base(optimizer, last_epoch, verbose)
                    {
                        _steps = total_steps != -1 ? total_steps : epochs * steps_per_epoch;
                        if (_steps <= 0 || (total_steps == -1 && epochs <= 0) || pct_start is < 0 or > 1)
                        {
                            throw new ArgumentException(
                                $"OneCycleLR: total_steps, or epochs and steps_per_epoch, and a pct_start from 0 to 1 are needed; given {total_steps}, {epochs}, {steps_per_epoch} and {pct_start}."
                            );
                        }

                        (_strategy, _cycles) = (anneal_strategy, cycle_momentum);
                        double initial = max_lr / div_factor;
                        double last = initial / final_div_factor;
                        double up = (pct_start * _steps) - 1;
                        _phases = three_phase
                            ?
                            [
                                (up, initial, max_lr, max_momentum, base_momentum),
                                ((2 * pct_start * _steps) - 2, max_lr, initial, base_momentum, max_momentum),
                                (_steps - 1, initial, last, max_momentum, max_momentum),
                            ]
                            :
                            [
                                (up, initial, max_lr, max_momentum, base_momentum),
                                (_steps - 1, max_lr, last, base_momentum, max_momentum),
                            ];
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch > _steps)
                        {
                            throw new InvalidOperationException($"OneCycleLR: step {_last_epoch + 1} of a cycle of {_steps}.");
                        }

                        double start = 0;
                        int phase = 0;
                        for (; phase < _phases.Length - 1 && _last_epoch > _phases[phase].End; phase++)
                        {
                            start = _phases[phase].End;
                        }

                        var (end, fromRate, toRate, fromMomentum, toMomentum) = _phases[phase];
                        double share = (_last_epoch - start) / (end - start);
                        if (_cycles)
                        {
                            SetMomentum(Between(fromMomentum, toMomentum, share));
                        }

                        return _optimizer.ParamGroups.Select(_ => Between(fromRate, toRate, share));
                    }

                    private double Between(double from, double to, double share) =>
                        _strategy == AnnealStrategy.Linear
                            ? ((to - from) * share) + from
                            : to + ((from - to) / 2.0 * (PortableMath.Cos(Math.PI * share) + 1));

                    private void SetMomentum(double momentum)
                    {
                        foreach (ILearningRateController group in _optimizer.ParamGroups)
                        {
                            if (group is IBetas betas)
                            {
                                betas.Betas = (momentum, betas.Betas.Item2);
                            }
                            else if (group is IMomentum plain)
                            {
                                plain.Momentum = momentum;
                            }
                        }
                    }
                }
            }

            public static LRScheduler OneCycleLR(
                Optimizer optimizer,
                double max_lr,
                int total_steps = -1,
                int epochs = -1,
                int steps_per_epoch = -1,
                double pct_start = 0.3,
                impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos,
                bool cycle_momentum = true,
                double base_momentum = 0.85,
                double max_momentum = 0.95,
                double div_factor = 25,
                double final_div_factor = 1e4,
                bool three_phase = false,
                int last_epoch = -1,
                bool verbose = false
            ) =>
                new impl.OneCycleLR(
                    optimizer,
                    max_lr,
                    total_steps,
                    epochs,
                    steps_per_epoch,
                    pct_start,
                    anneal_strategy,
                    cycle_momentum,
                    base_momentum,
                    max_momentum,
                    div_factor,
                    final_div_factor,
                    three_phase,
                    last_epoch,
                    verbose
                );
        }
    }
}
