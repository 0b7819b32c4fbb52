using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>y = x·Wᵀ + b; weight [out, in], bias [out], both drawn from U(−1/√in, 1/√in).</summary>
        public sealed class Linear : nn.Module<Tensor, Tensor>
        {
            private Parameter? _weight;
            private Parameter? _bias;

            internal Linear(long inputSize, long outputSize, bool hasBias)
                : base(nameof(Linear))
            {
                (in_features, out_features) = (inputSize, outputSize);
                weight = nn.init.kaiming_uniform_(empty(outputSize, inputSize), Math.Sqrt(5)).AsParameter();
                double bound = inputSize > 0 ? 1 / Math.Sqrt(inputSize) : 0;
                bias = hasBias ? nn.init.uniform_(empty(outputSize), -bound, bound).AsParameter() : null;
            }

            public long in_features { get; set; }

            public long out_features { get; set; }

            public Parameter? weight
            {
                get => _weight;
                set => Replace(nameof(weight), _weight = value);
            }

            public Parameter? bias
            {
                get => _bias;
                set => Replace(nameof(bias), _bias = value);
            }

            public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, weight!, bias);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Linear Linear(
                long inputSize,
                long outputSize,
                bool hasBias = true,
                Device? device = null,
                ScalarType? dtype = null
            )
            {
                CheckPlace(device, dtype);
                return new Linear(inputSize, outputSize, hasBias);
            }

            internal static void CheckPlace(Device? device, ScalarType? dtype)
            {
                Available(device);
                if (dtype is { } type and not ScalarType.Float32)
                {
                    throw Research.Torch.ScalarTypes.Unsupported(type);
                }
            }

            public static partial class functional
            {
                public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) =>
                    Research.Torch.Functions.Linear.Of(input, weights, bias);
            }
        }
    }
}
