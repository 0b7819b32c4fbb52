using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Images made larger (or smaller) by the nearest or by a mean of the two nearest pixels along each side.</summary>
        public sealed class Upsample : ParameterLessModule<Tensor, Tensor>
        {
            private readonly long[]? _size;
            private readonly double[]? _scale;

            internal Upsample(long[]? size, double[]? scale, UpsampleMode mode, bool? align_corners)
                : base(nameof(Upsample)) => (_size, _scale, this.mode, this.align_corners) = (size, scale, mode, align_corners);

            public UpsampleMode mode { get; }

            public bool? align_corners { get; }

            public override Tensor forward(Tensor input) =>
                nn.functional.upsample(input, _size, _scale, mode, align_corners ?? false);
        }
    }

    public static partial class torch
    {
        public enum UpsampleMode
        {
            Nearest = 0,
            Linear = 1,
            Bilinear = 2,
            Bicubic = 3,
            Trilinear = 4,
        }

        public static partial class nn
        {
            public static Upsample Upsample(
                long[]? size = null,
                double[]? scale_factor = null,
                UpsampleMode mode = UpsampleMode.Nearest,
                bool? align_corners = null,
                bool? recompute_scale_factor = null
            ) => new(size, scale_factor, mode, align_corners);

            public static partial class functional
            {
                public static Tensor upsample(
                    Tensor input,
                    long[]? size = null,
                    double[]? scale_factor = null,
                    UpsampleMode mode = UpsampleMode.Nearest,
                    bool align_corners = false
                )
                {
                    int sides = input.Sizes.Length - 2;
                    if (
                        sides is not (1 or 2)
                        || (size ?? (object?)scale_factor) is null
                        || mode is UpsampleMode.Bicubic or UpsampleMode.Trilinear
                    )
                    {
                        throw new ArgumentException(
                            $"upsample: an input of 3 or 4 dimensions, a size or a scale, and mode Nearest, Linear or Bilinear are needed; given {Research.Torch.Shapes.Text(input.Sizes)} and {mode}."
                        );
                    }

                    Tensor result = input;
                    for (int side = 0; side < sides; side++)
                    {
                        long own = input.Sizes[2 + side];
                        double? scale = scale_factor?[Math.Min(side, scale_factor.Length - 1)];
                        long wanted = size?[Math.Min(side, size.Length - 1)] ?? (long)Math.Floor(own * scale!.Value);
                        if (own < 1 || wanted < 1)
                        {
                            throw new ArgumentException(
                                $"upsample: {own} places cannot become {wanted}; both must be at least 1 in {Research.Torch.Shapes.Text(input.Sizes)}."
                            );
                        }

                        result =
                            mode == UpsampleMode.Nearest
                                ? result.index_select(2 + side, Nearest(own, wanted, scale, result.device))
                                : Interpolated(result, 2 + side, wanted, scale, align_corners);
                    }

                    return result;
                }

                private static Tensor Nearest(long own, long wanted, double? scale, Device device)
                {
                    float step = (float)(scale is { } factor ? 1 / factor : (double)own / wanted);
                    return tensor(
                        Enumerable.Range(0, (int)wanted).Select(i => Math.Min((long)Math.Floor(i * step), own - 1)).ToArray(),
                        device: device
                    );
                }

                private static Tensor Interpolated(Tensor input, int dim, long wanted, double? scale, bool align)
                {
                    long own = input.Sizes[dim];
                    double step =
                        align ? (wanted > 1 ? (double)(own - 1) / (wanted - 1) : 0)
                        : scale is { } factor ? 1 / factor
                        : (double)own / wanted;
                    double[] places =
                    [
                        .. Enumerable.Range(0, (int)wanted).Select(i => align ? i * step : Math.Max(0, ((i + 0.5) * step) - 0.5)),
                    ];
                    long[] low = [.. places.Select(place => Math.Min((long)place, own - 1))];
                    long[] high = [.. low.Select(place => Math.Min(place + 1, own - 1))];
                    long[] shape = [.. input.Sizes.Select((_, d) => d == dim ? wanted : 1)];
                    Tensor share = tensor(
                        places.Select((place, i) => (float)(place - low[i])).ToArray(),
                        shape,
                        device: input.device
                    );
                    Tensor before = input.index_select(dim, tensor(low, device: input.device));
                    return before + (share * (input.index_select(dim, tensor(high, device: input.device)) - before));
                }
            }
        }
    }
}
