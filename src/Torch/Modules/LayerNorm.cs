using Research.Torch.Functions;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Normalization of each item over its last dimensions (Ba, Kiros and Hinton, 2016).</summary>
        public sealed class LayerNorm : nn.Module<Tensor, Tensor>
        {
            private Parameter? _weight;
            private Parameter? _bias;

            internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias)
                : base(nameof(LayerNorm))
            {
                (this.normalized_shape, this.eps, this.elementwise_affine) = (normalized_shape, eps, elementwise_affine);
                weight = elementwise_affine ? ones(normalized_shape).AsParameter() : null;
                this.bias = elementwise_affine && bias ? zeros(normalized_shape).AsParameter() : null;
            }

            public long[] normalized_shape { get; set; }

            public double eps { get; set; }

            public bool elementwise_affine { get; set; }

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

            public override Tensor forward(Tensor tensor) =>
                nn.functional.layer_norm(tensor, normalized_shape, weight, bias, eps);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static LayerNorm LayerNorm(
                long[] normalized_shape,
                double eps = 1e-05,
                bool elementwise_affine = true,
                bool bias = true,
                Device? device = null,
                ScalarType? dtype = null
            )
            {
                CheckPlace(device, dtype);
                return new LayerNorm(normalized_shape, eps, elementwise_affine, bias);
            }

            public static LayerNorm LayerNorm(
                long normalized_shape,
                double eps = 1e-05,
                bool elementwise_affine = true,
                bool bias = true,
                Device? device = null,
                ScalarType? dtype = null
            ) => LayerNorm([normalized_shape], eps, elementwise_affine, bias, device, dtype);

            public static partial class functional
            {
                public static Tensor layer_norm(
                    Tensor input,
                    long[] normalized_shape,
                    Tensor? weight = null,
                    Tensor? bias = null,
                    double eps = 1e-5
                )
                {
                    int outer = input.Sizes.Length - normalized_shape.Length;
                    if (outer < 0 || !Research.Torch.Shapes.Same(input.Sizes.AsSpan(Math.Max(outer, 0)), normalized_shape))
                    {
                        throw new ArgumentException(
                            $"layer_norm: the input {Research.Torch.Shapes.Text(input.Sizes)} must end in {Research.Torch.Shapes.Text(normalized_shape)}."
                        );
                    }

                    InputChecks.Float32("layer_norm", input, weight, bias);
                    InputChecks.Shape("layer_norm", "weight", weight, normalized_shape);
                    InputChecks.Shape("layer_norm", "bias", bias, normalized_shape);

                    // Each item is a channel of a batch of one.
                    long inner = Research.Torch.Shapes.Count(normalized_shape);
                    (Tensor unit, _, _) = Normalization.Batch(input.reshape(1, -1, inner), null, null, eps);
                    Tensor result = unit.reshape(input.Sizes);
                    result = weight is null ? result : result * weight;
                    return bias is null ? result : result + bias;
                }
            }
        }
    }
}
