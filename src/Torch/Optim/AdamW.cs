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

            // Bias corrections in double, once a step (Kingma and Ba, 2015, section 3).
            private protected override unsafe void Update(Modules.ParamGroup group, Parameter parameter, Tensor gradient)
            {
                var own = (Options)group.Options;
                long step = CountStep(parameter);
                (double beta1, double beta2, double rate) = (own.beta1!.Value, own.beta2!.Value, group.LearningRate);
                double correction1 = 1 - Research.Numerics.PortableMath.Pow(beta1, step);
                double correction2 = 1 - Research.Numerics.PortableMath.Pow(beta2, step);
                var factors = new AdamFactors(
                    (float)beta1,
                    (float)beta2,
                    (float)own.eps!.Value,
                    (float)(rate / correction1),
                    (float)Math.Sqrt(correction2),
                    0,
                    (float)(1 - (rate * own.weight_decay!.Value)),
                    own.maximize!.Value
                );
                Tensor mean = State(parameter, "exp_avg");
                Tensor square = State(parameter, "exp_avg_sq");
                float* largest = own.amsgrad!.Value ? State(parameter, "max_exp_avg_sq").Floats : null;
                Tensor.Kernels.AdamStep(
                    parameter.Floats,
                    gradient.Floats,
                    mean.Floats,
                    square.Floats,
                    largest,
                    parameter.numel(),
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
