using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Tieleman and Hinton (2012); centred, the variance takes the place of the mean square.</summary>
        public class RMSProp : OptimizerHelper, optim.IMomentum
        {
            public RMSProp(
                IEnumerable<Parameter> parameters,
                double lr = 0.01,
                double alpha = 0.99,
                double eps = 1e-8,
                double weight_decay = 0,
                double momentum = 0,
                bool centered = false,
                bool maximize = false
            )
                : this(
                    [new ParamGroup(parameters, new Options { LearningRate = lr })],
                    lr,
                    alpha,
                    eps,
                    weight_decay,
                    momentum,
                    centered,
                    maximize
                ) { }

            public RMSProp(
                IEnumerable<ParamGroup> parameters,
                double lr = 0.01,
                double alpha = 0.99,
                double eps = 1e-8,
                double weight_decay = 0,
                double momentum = 0,
                bool centered = false,
                bool maximize = false
            )
            {
                foreach (ParamGroup group in parameters)
                {
                    Options own = group.Options;
                    own.LearningRate ??= lr;
                    own.alpha ??= alpha;
                    own.eps ??= eps;
                    own.weight_decay ??= weight_decay;
                    own.momentum ??= momentum;
                    own.centered ??= centered;
                    own.maximize ??= maximize;
                    add_param_group(group);
                }
            }

            public double Momentum
            {
                get => ((ParamGroup)ParamGroups.First()).Momentum;
                set
                {
                    foreach (ParamGroup group in ParamGroups.Cast<ParamGroup>())
                    {
                        group.Momentum = value;
                    }
                }
            }

            private protected override void Update(Modules.ParamGroup group, Parameter[] learning)
            {
                foreach (Parameter parameter in learning)
                {
                    Update(group, parameter, parameter.grad!);
                }
            }

            private void Update(Modules.ParamGroup group, Parameter parameter, Tensor gradient)
            {
                var own = (Options)group.Options;
                double alpha = own.alpha!.Value;
                Tensor g = own.maximize!.Value ? -gradient : gradient;
                g = own.weight_decay!.Value == 0 ? g : g + (parameter * own.weight_decay.Value);
                Tensor square = State(parameter, "square_avg");
                square.mul_((Scalar)alpha).add_(g * g, 1 - alpha);
                Tensor spread = square;
                if (own.centered!.Value)
                {
                    Tensor mean = State(parameter, "grad_avg");
                    mean.mul_((Scalar)alpha).add_(g, 1 - alpha);
                    spread = square - (mean * mean);
                }

                Tensor change = g / (spread.sqrt() + own.eps!.Value);
                if (own.momentum!.Value > 0)
                {
                    change = State(parameter, "momentum_buffer").mul_((Scalar)own.momentum.Value).add_(change);
                }

                parameter.add_(change, -group.LearningRate);
            }

            public class Options : OptimizerOptions
            {
                public double? alpha;
                public double? eps;
                public double? weight_decay;
                public double? momentum;
                public bool? centered;
                public bool? maximize;
            }

            public class ParamGroup : ParamGroup<Options>, optim.IMomentum
            {
                public ParamGroup() => Options = new Options();

                public ParamGroup(IEnumerable<Parameter> parameters, Options options)
                    : base(parameters, options) { }

                public double Momentum
                {
                    get => Options.momentum!.Value;
                    set => Options.momentum = value;
                }
            }
        }
    }

    public static partial class torch
    {
        public static partial class optim
        {
            public static RMSProp RMSProp(
                IEnumerable<Parameter> parameters,
                double lr = 0.01,
                double alpha = 0.99,
                double eps = 1e-8,
                double weight_decay = 0,
                double momentum = 0,
                bool centered = false,
                bool maximize = false
            ) => new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);

            public static RMSProp RMSProp(
                IEnumerable<(string name, Parameter parameter)> parameters,
                double lr = 0.01,
                double alpha = 0.99,
                double eps = 1e-8,
                double weight_decay = 0,
                double momentum = 0,
                bool centered = false,
                bool maximize = false
            ) => new(parameters.Select(pair => pair.parameter), lr, alpha, eps, weight_decay, momentum, centered, maximize);

            public static RMSProp RMSProp(
                IEnumerable<RMSProp.ParamGroup> parameters,
                double lr = 0.01,
                double alpha = 0.99,
                double eps = 1e-8,
                double weight_decay = 0,
                double momentum = 0,
                bool centered = false,
                bool maximize = false
            ) => new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);
        }
    }
}
