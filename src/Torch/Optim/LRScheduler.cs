namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Changes learning rates from epoch to epoch (or step to step).</summary>
            public abstract class LRScheduler
            {
                private protected readonly Optimizer _optimizer;
                private protected int _last_epoch;
                private protected IList<double> _base_lrs;
                private IEnumerable<double> _last_lrs = [];

                protected int _step_count;

                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    _optimizer = optimizer;
                    _last_epoch = last_epoch;
                    _base_lrs = [.. optimizer.ParamGroups.Select(group => group.InitialLearningRate)];
                }

                public virtual void step()
                {
                    _step_count++;
                    _last_epoch++;
                    Set([.. get_lr()]);
                }

                public virtual void step(double current, int? epoch = null) => step();

                public IEnumerable<double> get_last_lr() => _last_lrs;

                protected virtual IEnumerable<double> get_lr() => _optimizer.ParamGroups.Select(group => group.LearningRate);

                private protected void Set(IList<double> rates)
                {
                    int i = 0;
                    foreach (ILearningRateController group in _optimizer.ParamGroups)
                    {
                        group.LearningRate = rates[i++];
                    }

                    _last_lrs = rates;
                }
            }
        }
    }
}
