using Research.Torch.Autograd;
using Research.Torch.Kernels;
using static TorchSharp.torch;

namespace Research.Torch.Functions;

/// <summary>Pooling over planes, forward and backward; averages are linear, and the way back of a maximum is a gathering.</summary>
internal static unsafe class Pools
{
    /// <summary>The largest value of each window.</summary>
    /// <returns>The values, and their places as bytes that only the way back and <see cref="MaxIndex"/> read.</returns>
    public static (Tensor Output, Tensor Places) Max(Pool2d pool, Tensor input)
    {
        InputChecks.Float32("max_pool2d", input);
        CheckReach(pool.OutHeight, pool.StrideY, pool.PadY, pool.DilationY, pool.KernelHeight, pool.Height);
        CheckReach(pool.OutWidth, pool.StrideX, pool.PadX, pool.DilationX, pool.KernelWidth, pool.Width);
        Tensor result = input.NewHere(Out(pool, input), ScalarType.Float32);
        Tensor places = input.NewHere([result.numel() * pool.PlaceBytes], ScalarType.Bool);
        input.Kernels.MaxPool(pool, input.Floats, result.Floats, (byte*)places.Bools);
        long[] own = input.Sizes;
        return (Graph.Record("max_pool2d", result, [input], (g, s) => [MaxBackward(pool, g, s[0], own)], places), places);
    }

    /// <summary>Where the largest values are in their planes, as PyTorch counts them.</summary>
    public static Tensor MaxIndex(Pool2d pool, Tensor places, long[] shape)
    {
        Tensor index = places.NewHere(shape, ScalarType.Int64);
        places.Kernels.MaxPoolIndex(pool, (byte*)places.Bools, index.Longs);
        return index;
    }

    // A dilated window may step over a small input: there is no largest of nothing.
    private static void CheckReach(int count, int stride, int padding, int dilation, int kernel, int size)
    {
        for (int i = 0; dilation > 1 && i < count; i++)
        {
            int start = (i * stride) - padding;
            int first = start >= 0 ? start : start + ((-start + dilation - 1) / dilation * dilation);
            if (first >= size || first >= start + (dilation * kernel))
            {
                throw new ArgumentException(
                    $"max_pool2d: window {i} of {kernel} with dilation {dilation} lies wholly in the padding of {padding} around {size} values."
                );
            }
        }
    }

    private static Tensor MaxBackward(Pool2d pool, Tensor g, Tensor places, long[] shape)
    {
        Tensor result = g.NewHere(shape, ScalarType.Float32);
        g.Kernels.MaxPoolBackward(pool, g.Floats, (byte*)places.Bools, result.Floats);
        long[] own = g.Sizes;
        return Graph.Record("max_pool2d_backward", result, [g], (k, s) => [Taken(pool, k, MaxIndex(pool, s[0], own))], places);
    }

    private static Tensor Taken(Pool2d pool, Tensor values, Tensor index) =>
        values.reshape(pool.Planes, -1).gather(1, index.reshape(pool.Planes, -1)).reshape(index.Sizes);

    public static Tensor Average(Pool2d pool, Tensor input, bool adaptive)
    {
        InputChecks.Float32(adaptive ? "adaptive_avg_pool2d" : "avg_pool2d", input);
        Tensor result = input.NewHere(Out(pool, input), ScalarType.Float32);
        if (adaptive)
        {
            input.Kernels.AdaptiveAveragePool(pool, input.Floats, result.Floats);
        }
        else
        {
            input.Kernels.AveragePool(pool, input.Floats, result.Floats);
        }

        long[] own = input.Sizes;
        return Graph.Record("avg_pool2d", result, [input], (g, _) => [AverageBackward(pool, g, own, adaptive)]);
    }

    private static Tensor AverageBackward(Pool2d pool, Tensor g, long[] shape, bool adaptive)
    {
        Tensor result = g.NewHere(shape, ScalarType.Float32);
        if (adaptive)
        {
            g.Kernels.AdaptiveAveragePoolBackward(pool, g.Floats, result.Floats);
        }
        else
        {
            g.Kernels.AveragePoolBackward(pool, g.Floats, result.Floats);
        }

        return Graph.Record("avg_pool2d_backward", result, [g], (k, _) => [Average(pool, k, adaptive)]);
    }

    private static long[] Out(Pool2d pool, Tensor input) => [.. input.Sizes[..^2], pool.OutHeight, pool.OutWidth];

    public static Pool2d Shape(
        string operation,
        long[] input,
        long[] kernel,
        long[]? strides,
        long[]? padding,
        long[]? dilation,
        bool ceilMode
    )
    {
        kernel = InputChecks.Pair(operation, "window", kernel, 1);
        long[] s = InputChecks.Pair(operation, "stride", strides is null or [] ? kernel : strides, 1);
        long[] p = InputChecks.Pair(operation, "padding", padding ?? [0], 0);
        long[] d = InputChecks.Pair(operation, "dilation", dilation ?? [1], 1);
        if (input.Length is not (3 or 4))
        {
            throw new ArgumentException(
                $"{operation}: an input of 3 or 4 dimensions is needed; its shape is {Shapes.Text(input)}."
            );
        }

        if (p[0] > kernel[0] / 2 || p[1] > kernel[1] / 2)
        {
            throw new ArgumentException(
                $"{operation}: padding {Shapes.Text(p)} is more than half of the kernel {Shapes.Text(kernel)}."
            );
        }

        long height = Pool2d.OutSize(input[^2], kernel[0], s[0], p[0], d[0], ceilMode);
        long width = Pool2d.OutSize(input[^1], kernel[1], s[1], p[1], d[1], ceilMode);
        if (height < 1 || width < 1)
        {
            throw new ArgumentException(
                $"{operation}: a window of {Shapes.Text(kernel)} does not fit into {input[^2]}×{input[^1]} with padding {Shapes.Text(p)}."
            );
        }

        return new Pool2d
        {
            Planes = (int)Shapes.Count(input.AsSpan(0, input.Length - 2)),
            Height = (int)input[^2],
            Width = (int)input[^1],
            OutHeight = (int)height,
            OutWidth = (int)width,
            KernelHeight = (int)kernel[0],
            KernelWidth = (int)kernel[1],
            StrideY = (int)s[0],
            StrideX = (int)s[1],
            PadY = (int)p[0],
            PadX = (int)p[1],
            DilationY = (int)d[0],
            DilationX = (int)d[1],
        };
    }
}
