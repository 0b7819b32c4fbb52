using Research.Torch.Functions;
using Research.Torch.Kernels;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Loshchilov and Hutter (2019): Adam whose weight decay shrinks the parameter itself.</summary>
        public class AdamW : OptimizerHelper, optim.IBetas
        {
            public AdamW(
                IEnumerable<Parameter> parameters,
                double lr = 1e-3,
                double beta1 = 0.9,
                double beta2 = 0.999,
                double eps = 1e-8,
                double weight_decay = 0,
                bool amsgrad = false,
                bool maximize = false
            )
                : this([new ParamGroup(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)]) { }

            public AdamW(
                IEnumerable<ParamGroup> parameters,
                double lr = 1e-3,
                double beta1 = 0.9,
                double beta2 = 0.999,
                double eps = 1e-8,
                double weight_decay = 0,
                bool amsgrad = false,
                bool maximize = false
            )
            {
                foreach (ParamGroup group in parameters)
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
                    decoupled: true,
                    own.maximize!.Value,
                    step
                );
                Tensor? largest = own.amsgrad!.Value ? State(parameter, "max_exp_avg_sq") : null;
                AdamUpdate.Run(
                    parameter,
                    gradient,
                    State(parameter, "exp_avg"),
                    State(parameter, "exp_avg_sq"),
                    largest,
                    factors
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
    }

    public static partial class torch
    {
        public static partial class optim
        {
            public static AdamW AdamW(
                IEnumerable<Parameter> parameters,
                double lr = 1e-3,
                double beta1 = 0.9,
                double beta2 = 0.999,
                double eps = 1e-8,
                double weight_decay = 0,
                bool amsgrad = false,
                bool maximize = false
            ) => new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            public static AdamW AdamW(
                IEnumerable<(string name, Parameter parameter)> parameters,
                double lr = 1e-3,
                double beta1 = 0.9,
                double beta2 = 0.999,
                double eps = 1e-8,
                double weight_decay = 0,
                bool amsgrad = false,
                bool maximize = false
            ) => new(parameters.Select(pair => pair.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            public static AdamW AdamW(
                IEnumerable<AdamW.ParamGroup> parameters,
                double lr = 1e-3,
                double beta1 = 0.9,
                double beta2 = 0.999,
                double eps = 1e-8,
                double weight_decay = 0,
                bool amsgrad = false,
                bool maximize = false
            ) => new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
        }
    }
}
