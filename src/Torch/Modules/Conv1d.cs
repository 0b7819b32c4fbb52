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
        }
    }
}
