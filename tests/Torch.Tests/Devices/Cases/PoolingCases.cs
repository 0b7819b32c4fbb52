using Research.Torch.Functions;
using Research.Torch.Kernels;
using Research.Torch.Tests.Kernels;

namespace Research.Torch.Tests.Devices.Cases;

/// <summary>Pooling with windows that overlap, hang over, and hold NaN.</summary>
internal static unsafe class PoolingCases
{
    public static IEnumerable<DeviceCase> All { get; } =
    [
        new(
            "MaxPool, its gradient and index",
            Largest,
            new("pooling.cl", "place < 0 || value > most || value != value", "place < 0 || value >= most || value != value"),
            new("pooling.cl", "sum = sum + gradient[to]; \\", "sum = gradient[to]; \\"),
            new("pooling.cl", "(long)(place % kernelWidth) * dilationX", "(long)(place % kernelWidth)")
        ),
        new(
            "AveragePool and its gradient",
            twin => Average(twin, adaptive: false),
            new(
                "pooling.cl",
                "sum = sum + (double)plane[(long)r * width + c];",
                "sum = (double)(float)(sum + (double)plane[(long)r * width + c]);"
            ),
            new(
                "pooling.cl",
                "sum = sum + slopes[(long)y * outWidth + x] / (float)w.divisor;",
                "sum = sum + slopes[(long)y * outWidth + x] * (1.0f / (float)w.divisor);"
            )
        ),
        new(
            "AdaptiveAveragePool and its gradient",
            twin => Average(twin, adaptive: true),
            new("lines.cl", "s[lane] = s[lane] + x[j + lane];", "s[0] = s[0] + x[j + lane];"),
            new("pooling.cl", "w.x1 = (((x) + 1) * width + outWidth - 1) / outWidth;", "w.x1 = ((x) + 1) * width / outWidth;")
        ),
    ];

    private static Pool2d Shape(Twin twin, int largest, bool dilated)
    {
        while (true)
        {
            long[] input = [twin.Rng.Between(1, 3), twin.Rng.Between(1, 3), twin.Rng.Between(1, 20), twin.Rng.Between(1, 20)];
            long[] kernel = [twin.Rng.Between(1, largest), twin.Rng.Between(1, largest)];
            long[] stride = [twin.Rng.Between(1, 3), twin.Rng.Between(1, 3)];
            long[] padding = [twin.Rng.NextInt((int)(kernel[0] / 2) + 1), twin.Rng.NextInt((int)(kernel[1] / 2) + 1)];
            long[] dilation = dilated ? [twin.Rng.Between(1, 2), twin.Rng.Between(1, 2)] : [1, 1];
            try
            {
                Pool2d pool = Pools.Shape("test", input, kernel, stride, padding, dilation, twin.Rng.NextInt(2) == 1);
                if (input[2] > dilation[0] * (kernel[0] - 1) && input[3] > dilation[1] * (kernel[1] - 1))
                {
                    return pool;
                }
            }
            catch (ArgumentException)
            {
                // a window that does not fit: another draw
            }
        }
    }

    private static void Largest(Twin twin)
    {
        for (int round = 0; round < 24; round++)
        {
            Pool2d pool = Shape(twin, round % 6 == 5 ? 18 : 4, dilated: round % 2 == 1);
            long outputs = (long)pool.Planes * pool.OutHeight * pool.OutWidth;
            Twin.Memory input = Inputs(twin, pool, round);
            Twin.Memory output = twin.New(4 * outputs, isFloat: true);
            Twin.Memory places = twin.New(pool.PlaceBytes * outputs, isFloat: false);
            Twin.Memory index = twin.New(8 * outputs, isFloat: false);
            Twin.Memory gradient = twin.Tame(outputs);
            Twin.Memory slopes = twin.New(input.Bytes, isFloat: true);
            twin.Run(
                $"{pool}",
                (k, at) =>
                {
                    k.MaxPool(pool, (float*)at(input), (float*)at(output), (byte*)at(places));
                    k.MaxPoolIndex(pool, (byte*)at(places), (long*)at(index));
                    k.MaxPoolBackward(pool, (float*)at(gradient), (byte*)at(places), (float*)at(slopes));
                }
            );
            twin.Clear();
        }
    }

    private static void Average(Twin twin, bool adaptive)
    {
        for (int round = 0; round < 24; round++)
        {
            Pool2d pool = Shape(twin, 5, dilated: false) with
            {
                CountIncludePad = round % 2 == 0,
                Divisor = round % 5 == 4 ? 7 : 0,
            };
            pool = adaptive
                ? pool with
                {
                    OutHeight = twin.Rng.Between(1, pool.Height + 2),
                    OutWidth = twin.Rng.Between(1, pool.Width + 2),
                }
                : pool;
            long outputs = (long)pool.Planes * pool.OutHeight * pool.OutWidth;
            Twin.Memory input = Inputs(twin, pool, round);
            Twin.Memory output = twin.New(4 * outputs, isFloat: true);
            Twin.Memory gradient = twin.Tame(outputs);
            Twin.Memory slopes = twin.New(input.Bytes, isFloat: true);
            twin.Run(
                $"{pool}",
                (k, at) =>
                {
                    if (adaptive)
                    {
                        k.AdaptiveAveragePool(pool, (float*)at(input), (float*)at(output));
                        k.AdaptiveAveragePoolBackward(pool, (float*)at(gradient), (float*)at(slopes));
                    }
                    else
                    {
                        k.AveragePool(pool, (float*)at(input), (float*)at(output));
                        k.AveragePoolBackward(pool, (float*)at(gradient), (float*)at(slopes));
                    }
                }
            );
            twin.Clear();
        }
    }

    private static Twin.Memory Inputs(Twin twin, Pool2d pool, int round)
    {
        long count = (long)pool.Planes * pool.Height * pool.Width;
        return round % 3 == 0 ? twin.Wild(count)
            : round % 3 == 1 ? twin.Floats(count, _ => twin.Rng.NextInt(3)) // many equals
            : twin.Tame(count);
    }
}
