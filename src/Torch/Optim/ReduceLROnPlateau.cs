namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Times a factor when a metric has not improved for more than so many epochs.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool _smaller;
                    private readonly bool _relative;
                    private readonly double _factor;
                    private readonly int _patience;
                    private readonly double _threshold;
                    private readonly int _cooldown;
                    private readonly IList<double> _least;
                    private readonly double _eps;
                    private double _best;
                    private int _bad;
                    private int _cooling;

                    public ReduceLROnPlateau(
                        Optimizer optimizer,
                        string mode = "min",
                        double factor = 0.1,
                        int patience = 10,
                        double threshold = 1e-4,
                        string threshold_mode = "rel",
                        int cooldown = 0,
                        IList<double>? min_lr = null,
                        double eps = 1e-8,
                        bool verbose = false
                    )
                        : base(optimizer, -1, verbose)
                    {
                        if (factor >= 1 || mode is not ("min" or "max") || threshold_mode is not ("rel" or "abs"))
                        {
                            throw new ArgumentException(
                                $"ReduceLROnPlateau: a factor below 1, mode 'min' or 'max', threshold_mode 'rel' or 'abs' are needed; given {factor}, '{mode}' and '{threshold_mode}'."
                            );
                        }

                        (_smaller, _relative) = (mode == "min", threshold_mode == "rel");
                        (_factor, _patience, _threshold, _cooldown, _eps) = (factor, patience, threshold, cooldown, eps);
                        int groups = optimizer.ParamGroups.Count();
                        _least = min_lr is { Count: > 0 }
                            ? min_lr.Count == groups
                                ? min_lr
                                : [.. Enumerable.Repeat(min_lr[0], groups)]
                            : [.. Enumerable.Repeat(0.0, groups)];
                        _best = _smaller ? double.PositiveInfinity : double.NegativeInfinity;
                        _last_epoch = 0;
                    }

                    public override void step() =>
                        throw new InvalidOperationException(
                            "ReduceLROnPlateau: step(metric) needs the metric that is to improve."
                        );

                    public override void step(double current, int? epoch = null)
                    {
                        _last_epoch = epoch ?? (_last_epoch + 1);
                        bool better = IsBetter(current);
                        (_best, _bad) = better ? (current, 0) : (_best, _bad + 1);
                        if (_cooling > 0)
                        {
                            _cooling--;
                            _bad = 0;
                        }

                        if (_bad > _patience)
                        {
                            Reduce();
                            (_cooling, _bad) = (_cooldown, 0);
                        }
                    }

                    private bool IsBetter(double value)
                    {
                        double needed =
                            _relative ? _best * (_smaller ? 1 - _threshold : 1 + _threshold)
                            : _smaller ? _best - _threshold
                            : _best + _threshold;
                        return _smaller ? value < needed : value > needed;
                    }

                    private void Reduce() =>
                        Set([
                            .. _optimizer.ParamGroups.Select(
                                (group, i) =>
                                {
                                    double next = Math.Max(group.LearningRate * _factor, _least[i]);
                                    return group.LearningRate - next > _eps ? next : group.LearningRate;
                                }
                            ),
                        ]);
                }
            }

            public static LRScheduler ReduceLROnPlateau(
                Optimizer optimizer,
                string mode = "min",
                double factor = 0.1,
                int patience = 10,
                double threshold = 1e-4,
                string threshold_mode = "rel",
                int cooldown = 0,
                IList<double>? min_lr = null,
                double eps = 1e-8,
                bool verbose = false
            ) =>
                new impl.ReduceLROnPlateau(
                    optimizer,
                    mode,
                    factor,
                    patience,
                    threshold,
                    threshold_mode,
                    cooldown,
                    min_lr,
                    eps,
                    verbose
                );
        }
    }
}
