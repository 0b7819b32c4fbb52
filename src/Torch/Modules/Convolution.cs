using static TorchSharp.torch;

namespace TorchSharp
{
    public enum PaddingModes
    {
        Zeros = 0,
        Reflect = 1,
        Replicate = 2,
        Circular = 3,
        Constant = 4,
    }

    public enum Padding
    {
        Valid = 0,
        Same = 1,
    }

    namespace Modules
    {
        /// <summary>What all convolutions have: weight [out, in/groups, …] (or [in, out/groups, …] transposed), bias [out].</summary>
        public abstract class Convolution : nn.Module<Tensor, Tensor>
        {
            protected Parameter? _weight;
            protected Parameter? _bias;

            protected Convolution(
                string name,
                long in_channels,
                long out_channels,
                long[] kernel_size,
                long[] stride,
                long[]? padding,
                Padding? padding_type,
                long[] dilation,
                bool transposed,
                long[] output_padding,
                long groups,
                bool bias,
                PaddingModes padding_mode,
                Device? device = null,
                ScalarType? dtype = null
            )
                : base(name)
            {
                nn.CheckPlace(device, dtype);
                Check(name, in_channels, out_channels, groups, padding_mode);
                if (kernel_size.Concat(stride).Concat(dilation).Any(size => size < 1))
                {
                    throw new ArgumentException(
                        $"{name}: kernel {Research.Torch.Shapes.Text(kernel_size)}, stride {Research.Torch.Shapes.Text(stride)} and dilation {Research.Torch.Shapes.Text(dilation)} must be at least 1."
                    );
                }

                (this.in_channels, this.out_channels, this.groups) = (in_channels, out_channels, groups);
                (this.kernel_size, this.stride, this.dilation) = (kernel_size, stride, dilation);
                (this.transposed, this.output_padding, this.padding_mode) = (transposed, output_padding, padding_mode);
                this.padding_type = padding_type;
                this.padding =
                    padding_type == Padding.Same
                        ? [.. kernel_size.Select((size, d) => dilation[d] * (size - 1) / 2)]
                        : padding ?? [.. kernel_size.Select(_ => 0L)];
                if (
                    padding_type == Padding.Same
                    && (
                        stride.Any(step => step != 1)
                        || kernel_size.Select((size, d) => dilation[d] * (size - 1)).Any(reach => reach % 2 != 0)
                    )
                )
                {
                    throw new NotSupportedException(
                        $"{name}: padding 'same' needs stride 1 and kernels of odd reach in this engine."
                    );
                }

                (long first, long second) = transposed
                    ? (in_channels, out_channels / groups)
                    : (out_channels, in_channels / groups);
                weight = empty([first, second, .. kernel_size]).AsParameter();
                this.bias = bias ? empty(out_channels).AsParameter() : null;
                reset_parameters();
            }

            public long in_channels { get; }

            public long out_channels { get; }

            public bool transposed { get; }

            public Padding? padding_type { get; private set; }

            public long[]? padding { get; private set; }

            public PaddingModes padding_mode { get; set; }

            public long groups { get; set; }

            public long[] kernel_size { get; set; }

            public long[] stride { get; set; }

            public long[] dilation { get; set; }

            public long[] output_padding { get; set; }

            public Parameter? bias
            {
                get => _bias;
                set => Replace(nameof(bias), _bias = value);
            }

            public Parameter weight
            {
                get => _weight!;
                set => Replace(nameof(weight), _weight = value);
            }

            /// <summary>U(−b, b) with b = 1/√(values under a kernel), as PyTorch draws weights and biases.</summary>
            public void reset_parameters()
            {
                nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
                if (bias is not null)
                {
                    (long fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
                    double bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
                    nn.init.uniform_(bias, -bound, bound);
                }
            }

            /// <summary>The input with a batch dimension; unbatched ones get one.</summary>
            protected bool ValidateShape(Tensor input, long dimensions)
            {
                if (input.dim() != dimensions + 1 && input.dim() != dimensions + 2)
                {
                    throw new ArgumentException(
                        $"{GetName()}: an input of {dimensions + 1} or {dimensions + 2} dimensions is needed; its shape is {Research.Torch.Shapes.Text(input.Sizes)}."
                    );
                }

                return input.dim() == dimensions + 2;
            }

            private static void Check(string name, long ins, long outs, long groups, PaddingModes mode)
            {
                if (ins < 1 || outs < 1)
                {
                    throw new ArgumentException(
                        $"{name}: {ins} input and {outs} output channels; at least one of each is needed."
                    );
                }

                if (groups < 1 || ins % groups != 0 || outs % groups != 0)
                {
                    throw new ArgumentException(
                        $"{name}: {ins} input and {outs} output channels do not divide into {groups} groups."
                    );
                }

                if (mode != PaddingModes.Zeros)
                {
                    throw new NotSupportedException(
                        $"{name}: padding mode {mode} is not part of this engine; pad the input first."
                    );
                }
            }
        }
    }
}
