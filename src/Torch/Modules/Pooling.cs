using Research.Torch.Functions;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The largest value of each window.</summary>
        public sealed class MaxPool2d : ParameterLessModule<Tensor, Tensor>
        {
            internal MaxPool2d(long[] kernel_size, long[]? stride, long[]? padding, long[]? dilation, bool ceil_mode)
                : base(nameof(MaxPool2d))
            {
                (this.kernel_size, this.ceil_mode) = (kernel_size, ceil_mode);
                (this.stride, this.padding, this.dilation) = (stride ?? kernel_size, padding ?? [0, 0], dilation ?? [1, 1]);
            }

            public long[] kernel_size { get; set; }

            public long[] stride { get; set; }

            public long[] padding { get; set; }

            public long[] dilation { get; set; }

            public bool ceil_mode { get; set; }

            public override Tensor forward(Tensor input) =>
                nn.functional.max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode);

            public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
                nn.functional.max_pool2d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
        }

        /// <summary>The mean of each window.</summary>
        public sealed class AvgPool2d : ParameterLessModule<Tensor, Tensor>
        {
            internal AvgPool2d(
                long[] kernel_size,
                long[]? stride,
                long[]? padding,
                bool ceil_mode,
                bool count_include_pad,
                long? divisor_override
            )
                : base(nameof(AvgPool2d))
            {
                (this.kernel_size, this.stride, this.padding) = (kernel_size, stride ?? kernel_size, padding ?? [0, 0]);
                (this.ceil_mode, this.count_include_pad, this.divisor_override) = (
                    ceil_mode,
                    count_include_pad,
                    divisor_override
                );
            }

            public long[] kernel_size { get; set; }

            public long[] stride { get; set; }

            public long[] padding { get; set; }

            public bool ceil_mode { get; set; }

            public bool count_include_pad { get; set; }

            public long? divisor_override { get; set; }

            public override Tensor forward(Tensor input) =>
                nn.functional.avg_pool2d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
        }

        /// <summary>Means of windows of such sizes that the result has the size asked for.</summary>
        public sealed class AdaptiveAvgPool2d : ParameterLessModule<Tensor, Tensor>
        {
            internal AdaptiveAvgPool2d(long[] output_size)
                : base(nameof(AdaptiveAvgPool2d)) => this.output_size = output_size;

            public long[] output_size { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool2d(input, output_size);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static MaxPool2d MaxPool2d(
                long kernel_size,
                long? stride = null,
                long? padding = null,
                long? dilation = null,
                bool ceil_mode = false
            ) => new([kernel_size, kernel_size], Twice(stride), Twice(padding), Twice(dilation), ceil_mode);

            public static MaxPool2d MaxPool2d(
                (long, long) kernel_size,
                (long, long)? stride = null,
                (long, long)? padding = null,
                (long, long)? dilation = null,
                bool ceil_mode = false
            ) => new([kernel_size.Item1, kernel_size.Item2], Both(stride), Both(padding), Both(dilation), ceil_mode);

            public static AvgPool2d AvgPool2d(
                long kernel_size,
                long? stride = null,
                long? padding = null,
                bool ceil_mode = false,
                bool count_include_pad = true,
                long? divisor_override = null
            ) => new([kernel_size, kernel_size], Twice(stride), Twice(padding), ceil_mode, count_include_pad, divisor_override);

            public static AvgPool2d AvgPool2d(
                (long, long) kernel_size,
                (long, long)? stride = null,
                (long, long)? padding = null,
                bool ceil_mode = false,
                bool count_include_pad = true,
                long? divisor_override = null
            ) =>
                new(
                    [kernel_size.Item1, kernel_size.Item2],
                    Both(stride),
                    Both(padding),
                    ceil_mode,
                    count_include_pad,
                    divisor_override
                );

            public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);

            public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) =>
                new([output_size.Item1, output_size.Item2]);

            public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new([output_size, output_size]);

            private static long[]? Twice(long? size) => size is { } both ? [both, both] : null;

            private static long[]? Both((long, long)? size) => size is { } pair ? [pair.Item1, pair.Item2] : null;

            public static partial class functional
            {
                public static Tensor max_pool2d(
                    Tensor input,
                    long[] kernel_size,
                    long[]? strides = null,
                    long[]? padding = null,
                    long[]? dilation = null,
                    bool ceil_mode = false
                )
                {
                    Research.Torch.Kernels.Pool2d pool = MaxShape(input, kernel_size, strides, padding, dilation, ceil_mode);
                    (Tensor output, Tensor places) = Pools.Max(pool, input);
                    places.Dispose();
                    return output;
                }

                public static (Tensor output, Tensor indices) max_pool2d_with_indices(
                    Tensor input,
                    long[] kernel_size,
                    long[]? strides = null,
                    long[]? padding = null,
                    long[]? dilation = null,
                    bool ceil_mode = false
                )
                {
                    Research.Torch.Kernels.Pool2d pool = MaxShape(input, kernel_size, strides, padding, dilation, ceil_mode);
                    (Tensor output, Tensor places) = Pools.Max(pool, input);
                    return (output, Pools.MaxIndex(pool, places, output.Sizes));
                }

                private static Research.Torch.Kernels.Pool2d MaxShape(
                    Tensor input,
                    long[] kernel_size,
                    long[]? strides,
                    long[]? padding,
                    long[]? dilation,
                    bool ceil_mode
                ) => Pools.Shape("max_pool2d", input.Sizes, kernel_size, strides, padding, dilation, ceil_mode);

                public static Tensor avg_pool2d(
                    Tensor input,
                    long[] kernel_size,
                    long[]? stride = null,
                    long[]? padding = null,
                    bool ceil_mode = false,
                    bool count_include_pad = true,
                    long? divisor_override = null
                )
                {
                    Research.Torch.Kernels.Pool2d pool = Pools.Shape(
                        "avg_pool2d",
                        input.Sizes,
                        kernel_size,
                        stride,
                        padding,
                        null,
                        ceil_mode
                    ) with
                    {
                        CountIncludePad = count_include_pad,
                        Divisor = divisor_override ?? 0,
                    };
                    return Pools.Average(pool, input, adaptive: false);
                }

                public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size)
                {
                    output_size = InputChecks.Pair("adaptive_avg_pool2d", "output_size", output_size, 1);
                    Research.Torch.Kernels.Pool2d pool = Pools.Shape(
                        "adaptive_avg_pool2d",
                        input.Sizes,
                        [1, 1],
                        null,
                        null,
                        null,
                        false
                    ) with
                    {
                        OutHeight = (int)output_size[0],
                        OutWidth = (int)output_size[1],
                    };
                    return Pools.Average(pool, input, adaptive: true);
                }
            }
        }
    }
}
