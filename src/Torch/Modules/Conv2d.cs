using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
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
    }

    public static partial class torch
    {
        public static partial class nn
        {
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
        }
    }
}
