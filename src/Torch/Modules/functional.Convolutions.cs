using Research.Torch.Functions;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor conv1d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long? stride = null,
                long? padding = null,
                long? dilation = null,
                long groups = 1
            )
            {
                if (input.Sizes.Length != 3 || weight.Sizes.Length != 3)
                {
                    throw new ArgumentException(
                        $"conv1d: an input [batch, channels, length] and a weight [out, in/groups, length] are needed; the shapes are {Research.Torch.Shapes.Text(input.Sizes)} and {Research.Torch.Shapes.Text(weight.Sizes)}."
                    );
                }

                return conv2d(
                        input.unsqueeze(2),
                        weight.unsqueeze(2),
                        bias,
                        [1, stride ?? 1],
                        [0, padding ?? 0],
                        [1, dilation ?? 1],
                        groups
                    )
                    .squeeze(2);
            }

            public static Tensor conv2d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                long[]? padding = null,
                long[]? dilation = null,
                long groups = 1
            )
            {
                Research.Torch.Kernels.Conv conv = Convolutions.Shape(
                    "conv2d",
                    input.Sizes,
                    weight.Sizes,
                    strides,
                    padding,
                    dilation,
                    groups
                );
                return Convolutions.Of(conv, input, weight, bias);
            }

            public static Tensor conv_transpose2d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                long[]? padding = null,
                long[]? output_padding = null,
                long[]? dilation = null,
                long groups = 1
            )
            {
                const string Name = "conv_transpose2d";
                long[] s = InputChecks.Pair(Name, "stride", strides ?? [1], 1);
                long[] p = InputChecks.Pair(Name, "padding", padding ?? [0], 0);
                long[] o = InputChecks.Pair(Name, "output_padding", output_padding ?? [0], 0);
                long[] d = InputChecks.Pair(Name, "dilation", dilation ?? [1], 1);
                InputChecks.Float32(Name, input, weight, bias);
                if (input.Sizes.Length != 4 || weight.Sizes.Length != 4 || input.Sizes[1] != weight.Sizes[0])
                {
                    throw new ArgumentException(
                        $"conv_transpose2d: an input [batch, in, height, width] and a weight [in, out/groups, height, width] are needed; the shapes are {Research.Torch.Shapes.Text(input.Sizes)} and {Research.Torch.Shapes.Text(weight.Sizes)}."
                    );
                }

                InputChecks.Shape(Name, "bias", bias, weight.Sizes[1] * groups);
                if (o[0] >= Math.Max(s[0], d[0]) || o[1] >= Math.Max(s[1], d[1]))
                {
                    throw new ArgumentException(
                        $"{Name}: output_padding {Research.Torch.Shapes.Text(o)} must be smaller than the stride {Research.Torch.Shapes.Text(s)} or the dilation {Research.Torch.Shapes.Text(d)}."
                    );
                }

                long Size(int i) =>
                    ((input.Sizes[2 + i] - 1) * s[i]) - (2 * p[i]) + (d[i] * (weight.Sizes[2 + i] - 1)) + o[i] + 1;
                long[] image = [input.Sizes[0], weight.Sizes[1] * groups, Size(0), Size(1)];
                if (image[2] < 1 || image[3] < 1)
                {
                    throw new ArgumentException(
                        $"conv_transpose2d: an input of {input.Sizes[2]}×{input.Sizes[3]} would become {image[2]}×{image[3]}; padding {Research.Torch.Shapes.Text(p)} is too large."
                    );
                }

                Research.Torch.Kernels.Conv conv = Convolutions.Shape(
                    "conv_transpose2d",
                    image,
                    weight.Sizes,
                    s,
                    p,
                    d,
                    groups
                ) with
                {
                    OutHeight = (int)input.Sizes[2],
                    OutWidth = (int)input.Sizes[3],
                };
                Tensor result = Convolutions.OfInput(conv, input, weight);
                return bias is null ? result : result + bias.reshape(1, -1, 1, 1);
            }
        }
    }
}
