using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
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
        }
    }
}
