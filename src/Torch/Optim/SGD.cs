using Research.Torch.Devices;
using Research.Torch.Kernels;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Stochastic gradient descent with momentum (Sutskever et al., 2013, in PyTorch's form).</summary>
        public class SGD : OptimizerHelper, optim.IMomentum
        {
            public SGD(
                IEnumerable<Parameter> parameters,
                double lr,
                double momentum = 0,
                double dampening = 0,
                double weight_decay = 0,
                bool nesterov = false,
                bool maximize = false
            )
                : this(
                    [new ParamGroup(parameters, new Options { LearningRate = lr })],
                    lr,
                    momentum,
                    dampening,
                    weight_decay,
                    nesterov,
                    maximize
                ) { }

            public SGD(
                IEnumerable<ParamGroup> parameters,
                double lr,
                double momentum = 0,
                double dampening = 0,
                double weight_decay = 0,
                bool nesterov = false,
                bool maximize = false
            )
            {
                foreach (ParamGroup group in parameters)
                {
                    Options own = group.Options;
                    own.LearningRate ??= lr;
                    own.momentum ??= momentum;
                    own.dampening ??= dampening;
                    own.weight_decay ??= weight_decay;
                    own.nesterov ??= nesterov;
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

            private protected override unsafe void Update(Modules.ParamGroup group, Parameter[] learning)
            {
                var own = (Options)group.Options;
                bool hasMomentum = own.momentum!.Value != 0;
                var tasks = new UpdateTask[learning.Length];
                for (int i = 0; i < tasks.Length; i++)
                {
                    Parameter parameter = learning[i];
                    bool first = hasMomentum && !Knows(parameter, "momentum_buffer");
                    tasks[i] = new UpdateTask(
                        parameter.Floats,
                        parameter.grad!.Floats,
                        parameter.numel(),
                        hasMomentum ? State(parameter, "momentum_buffer").Floats : null,
                        null,
                        null,
                        default,
                        share: first ? 1 : (float)(1 - own.dampening!.Value)
                    );
                }

                var factors = new DescentFactors(
                    (float)-group.LearningRate,
                    (float)own.momentum.Value,
                    (float)own.weight_decay!.Value,
                    own.nesterov!.Value,
                    own.maximize!.Value
                );
                if (learning.Length > 0)
                {
                    Places.Common("SGD.step", learning).Kernels.DescentStep(tasks, factors);
                }
            }

            public class Options : OptimizerOptions
            {
                public double? momentum;
                public double? dampening;
                public double? weight_decay;
                public bool? nesterov;
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
            public static SGD SGD(
                IEnumerable<Parameter> parameters,
                double learningRate,
                double momentum = 0,
                double dampening = 0,
                double weight_decay = 0,
                bool nesterov = false,
                bool maximize = false
            ) => new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            public static SGD SGD(
                IEnumerable<(string name, Parameter parameter)> parameters,
                double learningRate,
                double momentum = 0,
                double dampening = 0,
                double weight_decay = 0,
                bool nesterov = false,
                bool maximize = false
            ) =>
                new(
                    parameters.Select(pair => pair.parameter),
                    learningRate,
                    momentum,
                    dampening,
                    weight_decay,
                    nesterov,
                    maximize
                );

            public static SGD SGD(
                IEnumerable<SGD.ParamGroup> parameters,
                double learningRate,
                double momentum = 0,
                double dampening = 0,
                double weight_decay = 0,
                bool nesterov = false,
                bool maximize = false
            ) => new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
        }
    }
}
