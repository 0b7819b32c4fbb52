using Research.Torch.Functions;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Convolution of [batch, channels, length].</summary>
        public sealed class Conv1d : Convolution
        {
            internal Conv1d(
                long ins,
                long outs,
                long kernel,
                long stride,
                long? padding,
                Padding? type,
                long dilation,
                long groups,
                bool bias,
                PaddingModes mode,
                Device? device,
                ScalarType? dtype
            )
                : base(
                    nameof(Conv1d),
                    ins,
                    outs,
                    [kernel],
                    [stride],
                    padding is { } size ? [size] : null,
                    type,
                    [dilation],
                    false,
                    [0],
                    groups,
                    bias,
                    mode,
                    device,
                    dtype
                ) { }

            public override Tensor forward(Tensor input)
            {
                bool batched = ValidateShape(input, 1);
                Tensor result = nn.functional.conv1d(
                    batched ? input : input.unsqueeze(0),
                    weight,
                    bias,
                    stride[0],
                    padding![0],
                    dilation[0],
                    groups
                );
                return batched ? result : result.squeeze(0);
            }
        }

        /// <summary>Convolution of [batch, channels, height, width].</summary>
        public sealed class Conv2d : Convolution
        {
            internal Conv2d(
                long ins,
                long outs,
                (long, long) kernel,
                (long, long) stride,
                (long, long)? padding,
                Padding? type,
                (long, long) dilation,
                long groups,
                bool bias,
                PaddingModes mode,
                Device? device,
                ScalarType? dtype
            )
                : base(
                    nameof(Conv2d),
                    ins,
                    outs,
                    [kernel.Item1, kernel.Item2],
                    [stride.Item1, stride.Item2],
                    padding is { } size ? [size.Item1, size.Item2] : null,
                    type,
                    [dilation.Item1, dilation.Item2],
                    false,
                    [0, 0],
                    groups,
                    bias,
                    mode,
                    device,
                    dtype
                ) { }

            public override Tensor forward(Tensor input)
            {
                bool batched = ValidateShape(input, 2);
                Tensor result = nn.functional.conv2d(
                    batched ? input : input.unsqueeze(0),
                    weight,
                    bias,
                    stride,
                    padding,
                    dilation,
                    groups
                );
                return batched ? result : result.squeeze(0);
            }
        }

        /// <summary>The transpose of a convolution of [batch, channels, height, width]: it makes images larger.</summary>
        public sealed class ConvTranspose2d : Convolution
        {
            internal ConvTranspose2d(
                long ins,
                long outs,
                (long, long) kernel,
                (long, long) stride,
                (long, long) padding,
                (long, long) dilation,
                (long, long) outputPadding,
                long groups,
                bool bias,
                PaddingModes mode,
                Device? device,
                ScalarType? dtype
            )
                : base(
                    nameof(ConvTranspose2d),
                    ins,
                    outs,
                    [kernel.Item1, kernel.Item2],
                    [stride.Item1, stride.Item2],
                    [padding.Item1, padding.Item2],
                    null,
                    [dilation.Item1, dilation.Item2],
                    true,
                    [outputPadding.Item1, outputPadding.Item2],
                    groups,
                    bias,
                    mode,
                    device,
                    dtype
                ) { }

            public override Tensor forward(Tensor input)
            {
                bool batched = ValidateShape(input, 2);
                Tensor result = nn.functional.conv_transpose2d(
                    batched ? input : input.unsqueeze(0),
                    weight,
                    bias,
                    stride,
                    padding,
                    output_padding,
                    dilation,
                    groups
                );
                return batched ? result : result.squeeze(0);
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Conv1d Conv1d(
                long in_channels,
                long out_channels,
                long kernel_size,
                long stride = 1,
                long padding = 0,
                long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1,
                bool bias = true,
                Device? device = null,
                ScalarType? dtype = null
            ) =>
                new(
                    in_channels,
                    out_channels,
                    kernel_size,
                    stride,
                    padding,
                    null,
                    dilation,
                    groups,
                    bias,
                    padding_mode,
                    device,
                    dtype
                );

            public static Conv1d Conv1d(
                long in_channels,
                long out_channels,
                long kernel_size,
                Padding padding,
                long stride = 1,
                long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1,
                bool bias = true,
                Device? device = null,
                ScalarType? dtype = null
            ) =>
                new(
                    in_channels,
                    out_channels,
                    kernel_size,
                    stride,
                    null,
                    padding,
                    dilation,
                    groups,
                    bias,
                    padding_mode,
                    device,
                    dtype
                );

            public static Conv2d Conv2d(
                long in_channels,
                long out_channels,
                long kernel_size,
                long stride = 1,
                long padding = 0,
                long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1,
                bool bias = true,
                Device? device = null,
                ScalarType? dtype = null
            ) =>
                new(
                    in_channels,
                    out_channels,
                    (kernel_size, kernel_size),
                    (stride, stride),
                    (padding, padding),
                    null,
                    (dilation, dilation),
                    groups,
                    bias,
                    padding_mode,
                    device,
                    dtype
                );

            public static Conv2d Conv2d(
                long in_channels,
                long out_channels,
                (long, long) kernel_size,
                (long, long)? stride = null,
                (long, long)? padding = null,
                (long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1,
                bool bias = true,
                Device? device = null,
                ScalarType? dtype = null
            ) =>
                new(
                    in_channels,
                    out_channels,
                    kernel_size,
                    stride ?? (1, 1),
                    padding ?? (0, 0),
                    null,
                    dilation ?? (1, 1),
                    groups,
                    bias,
                    padding_mode,
                    device,
                    dtype
                );

            public static Conv2d Conv2d(
                long in_channels,
                long out_channels,
                long kernel_size,
                Padding padding,
                long stride = 1,
                long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1,
                bool bias = true,
                Device? device = null,
                ScalarType? dtype = null
            ) =>
                new(
                    in_channels,
                    out_channels,
                    (kernel_size, kernel_size),
                    (stride, stride),
                    null,
                    padding,
                    (dilation, dilation),
                    groups,
                    bias,
                    padding_mode,
                    device,
                    dtype
                );

            public static ConvTranspose2d ConvTranspose2d(
                long in_channels,
                long out_channels,
                long kernel_size,
                long stride = 1,
                long padding = 0,
                long output_padding = 0,
                long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1,
                bool bias = true,
                Device? device = null,
                ScalarType? dtype = null
            ) =>
                new(
                    in_channels,
                    out_channels,
                    (kernel_size, kernel_size),
                    (stride, stride),
                    (padding, padding),
                    (dilation, dilation),
                    (output_padding, output_padding),
                    groups,
                    bias,
                    padding_mode,
                    device,
                    dtype
                );

            public static ConvTranspose2d ConvTranspose2d(
                long in_channels,
                long out_channels,
                (long, long) kernel_size,
                (long, long)? stride = null,
                (long, long)? padding = null,
                (long, long)? output_padding = null,
                (long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1,
                bool bias = true,
                Device? device = null,
                ScalarType? dtype = null
            ) =>
                new(
                    in_channels,
                    out_channels,
                    kernel_size,
                    stride ?? (1, 1),
                    padding ?? (0, 0),
                    dilation ?? (1, 1),
                    output_padding ?? (0, 0),
                    groups,
                    bias,
                    padding_mode,
                    device,
                    dtype
                );

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
                    long[] s = Demands.Pair(Name, "stride", strides ?? [1], 1);
                    long[] p = Demands.Pair(Name, "padding", padding ?? [0], 0);
                    long[] o = Demands.Pair(Name, "output_padding", output_padding ?? [0], 0);
                    long[] d = Demands.Pair(Name, "dilation", dilation ?? [1], 1);
                    Demands.Float32(Name, input, weight, bias);
                    if (input.Sizes.Length != 4 || weight.Sizes.Length != 4 || input.Sizes[1] != weight.Sizes[0])
                    {
                        throw new ArgumentException(
                            $"conv_transpose2d: an input [batch, in, height, width] and a weight [in, out/groups, height, width] are needed; the shapes are {Research.Torch.Shapes.Text(input.Sizes)} and {Research.Torch.Shapes.Text(weight.Sizes)}."
                        );
                    }

                    Demands.Shape(Name, "bias", bias, weight.Sizes[1] * groups);
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
}
