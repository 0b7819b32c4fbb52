using Research.Numerics;
using Research.Torch.Devices;
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

    private protected override unsafe void Update(Modules.ParamGroup group, Parameter[] learning)
    {
        var own = (Options)group.Options;
        var tasks = new UpdateTask[learning.Length];
        for (int i = 0; i < tasks.Length; i++)
        {
            Parameter parameter = learning[i];
            tasks[i] = new UpdateTask(
                parameter.Floats,
                parameter.grad!.Floats,
                parameter.numel(),
                State(parameter, "exp_avg").Floats,
                State(parameter, "exp_avg_sq").Floats,
                own.amsgrad!.Value ? State(parameter, "max_exp_avg_sq").Floats : null,
                Factors(group.LearningRate, own, CountStep(parameter)),
                share: 0
            );
        }

        if (learning.Length > 0)
        {
            Places.Common("Adam.step", learning).Kernels.AdamStep(tasks);
        }
    }

    // The constants of a step, counted from 1; bias corrections in double (Kingma and Ba, section 3).
    private AdamFactors Factors(double rate, Options own, long step)
    {
        double correction1 = 1 - PortableMath.Pow(own.beta1!.Value, step);
        double correction2 = 1 - PortableMath.Pow(own.beta2!.Value, step);
        double decay = own.weight_decay!.Value;
        return new AdamFactors(
            (float)own.beta1.Value,
            (float)own.beta2.Value,
            (float)own.eps!.Value,
            (float)(rate / correction1),
            (float)Math.Sqrt(correction2),
            DecaysWeights ? 0 : (float)decay,
            DecaysWeights ? (float)(1 - (rate * decay)) : 1,
            own.maximize!.Value
        );
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
