using Research.Torch.Functions;
using Research.Torch.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What <see cref="Adam"/> and <see cref="AdamW"/> share: settings, groups, and the step but for its weight decay.</summary>
/// <remarks>TorchSharp has no such type; its Adam.Options, AdamW.ParamGroup and so on are found here by inheritance.</remarks>
public abstract class AdamBase : OptimizerHelper, optim.IBetas
{
    private protected AdamBase(
        IEnumerable<ParamGroup> groups,
        double lr,
        double beta1,
        double beta2,
        double eps,
        double weight_decay,
        bool amsgrad,
        bool maximize
    )
    {
        foreach (ParamGroup group in groups)
        {
            Options own = group.Options;
            own.LearningRate ??= lr;
            own.beta1 ??= beta1;
            own.beta2 ??= beta2;
            own.eps ??= eps;
            own.weight_decay ??= weight_decay;
            own.amsgrad ??= amsgrad;
            own.maximize ??= maximize;
            add_param_group(group);
        }
    }

    /// <summary>Whether weight decay shrinks the parameter itself (AdamW) instead of joining the gradient (Adam).</summary>
    private protected abstract bool DecaysWeights { get; }

    public (double, double) Betas
    {
        get => ((ParamGroup)ParamGroups.First()).Betas;
        set
        {
            foreach (ParamGroup group in ParamGroups.Cast<ParamGroup>())
            {
                group.Betas = value;
            }
        }
    }

    private protected override void Update(Modules.ParamGroup group, Parameter parameter, Tensor gradient)
    {
        var own = (Options)group.Options;
        long step = CountStep(parameter);
        AdamFactors factors = AdamUpdate.Factors(
            group.LearningRate,
            (own.beta1!.Value, own.beta2!.Value),
            own.eps!.Value,
            own.weight_decay!.Value,
            decoupled: DecaysWeights,
            own.maximize!.Value,
            step
        );
        Tensor? largest = own.amsgrad!.Value ? State(parameter, "max_exp_avg_sq") : null;
        AdamUpdate.Run(parameter, gradient, State(parameter, "exp_avg"), State(parameter, "exp_avg_sq"), largest, factors);
    }

    public class Options : OptimizerOptions
    {
        public double? beta1;
        public double? beta2;
        public double? weight_decay;
        public double? eps;
        public bool? amsgrad;
        public bool? maximize;
    }

    public class ParamGroup : ParamGroup<Options>, optim.IBetas
    {
        public ParamGroup() => Options = new Options();

        public ParamGroup(IEnumerable<Parameter> parameters, Options options)
            : base(parameters, options) { }

        public ParamGroup(
            IEnumerable<Parameter> parameters,
            double lr = 1e-3,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-8,
            double weight_decay = 0,
            bool amsgrad = false,
            bool maximize = false
        )
            : base(
                parameters,
                new Options
                {
                    LearningRate = lr,
                    beta1 = beta1,
                    beta2 = beta2,
                    eps = eps,
                    weight_decay = weight_decay,
                    amsgrad = amsgrad,
                    maximize = maximize,
                }
            ) { }

        public (double, double) Betas
        {
            get => (Options.beta1!.Value, Options.beta2!.Value);
            set => (Options.beta1, Options.beta2) = value;
        }
    }
}
