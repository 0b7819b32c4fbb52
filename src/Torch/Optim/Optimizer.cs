using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Has a learning rate that a scheduler may change.</summary>
        public interface ILearningRateController
        {
            double LearningRate { get; set; }

            double InitialLearningRate { get; set; }
        }

        public interface IMomentum
        {
            double Momentum { get; set; }
        }

        public interface IBetas
        {
            (double, double) Betas { get; set; }
        }

        /// <summary>Changes parameters by their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            /// <summary>Groups of parameters with settings of their own.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => [];

            public virtual IEnumerable<Parameter> parameters() => [];

            /// <summary>Forgets all gradients.</summary>
            public virtual void zero_grad()
            {
                foreach (Parameter parameter in parameters())
                {
                    parameter.ClearGrad();
                }
            }

            /// <summary>One step; a closure, where given, computes the loss and gradients first.</summary>
            public virtual Tensor? step(Func<Tensor>? closure = null) => null;

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing) { }
        }
    }
}
