namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_() : x.relu();

            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? input.Become("leaky_relu_", input.leaky_relu(negative_slope)) : input.leaky_relu(negative_slope);

            public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? x.Become("elu_", x.elu(alpha)) : x.elu(alpha);

            public static Tensor silu(Tensor x, bool inplace = false) => inplace ? x.Become("silu_", x.silu()) : x.silu();

            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_() : x.tanh();

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => x.softplus(beta, threshold);

            /// <summary>In training each value is zero with probability p and divided by 1 − p otherwise (Srivastava et al., 2014).</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                if (p is < 0 or > 1 || double.IsNaN(p))
                {
                    throw new ArgumentOutOfRangeException(
                        nameof(p),
                        $"dropout: the probability is {p}; it must lie between 0 and 1."
                    );
                }

                if (!training || p == 0)
                {
                    return input.alias();
                }

                Tensor mask = empty_like(input).bernoulli_(1 - p);
                Tensor result = input * (p == 1 ? mask : mask * (1 / (1 - p)));
                return inplace ? input.Become("dropout_", result) : result;
            }

            public static Tensor one_hot(Tensor x, long num_classes = -1)
            {
                long classes = num_classes < 0 ? x.max().item<long>() + 1 : num_classes;
                Tensor.CheckIndex("one_hot", x, classes);
                return x.unsqueeze(-1).eq(arange(0, classes, device: x.device)).to_type(ScalarType.Int64);
            }

            /// <summary>Zeros (or another value) around the last dimensions: pairs of before and after, last dimension first.</summary>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                if (
                    mode is not (PaddingModes.Constant or PaddingModes.Zeros)
                    || pad.Length % 2 != 0
                    || pad.Length / 2 > input.Sizes.Length
                )
                {
                    throw new ArgumentException(
                        $"pad: constant padding by pairs of sizes is needed; given {pad.Length} sizes, mode {mode}, for {Research.Torch.Shapes.Text(input.Sizes)}."
                    );
                }

                Tensor result = input;
                for (int i = 0; i < pad.Length / 2; i++)
                {
                    int d = input.Sizes.Length - 1 - i;
                    result = Padded(result, d, pad[2 * i], value, front: true);
                    result = Padded(result, d, pad[(2 * i) + 1], value, front: false);
                }

                return result;
            }

            private static Tensor Padded(Tensor input, int d, long size, double value, bool front)
            {
                if (size <= 0)
                {
                    return size == 0 ? input
                        : front ? input.narrow(d, -size, input.Sizes[d] + size)
                        : input.narrow(d, 0, input.Sizes[d] + size);
                }

                long[] shape = [.. input.Sizes];
                shape[d] = size;
                Tensor margin = full((ReadOnlySpan<long>)shape, value, input.dtype, input.device);
                return cat(front ? [margin, input] : [input, margin], d);
            }
        }
    }
}
