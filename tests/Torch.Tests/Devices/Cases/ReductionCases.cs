using Research.Torch.Kernels;
using Research.Torch.Tests.Kernels;

namespace Research.Torch.Tests.Devices.Cases;

/// <summary>Along one dimension: lengths around blocks of 512 and lanes of eight.</summary>
internal static unsafe class ReductionCases
{
    private const string Fold =
        "return ((double)s[0] + (double)s[4]) + ((double)s[1] + (double)s[5]) + (((double)s[2] + (double)s[6]) + ((double)s[3] + (double)s[7]));";

    private static readonly int[] Lengths = [1, 5, 8, 12, 511, 512, 513, 1029, 5003];

    public static IEnumerable<DeviceCase> All { get; } =
    [
        new(
            "Sum along memory",
            twin => Sums(twin, inner: 1),
            new(
                "lines.cl",
                "long i = line * size + j; sum = TERM;",
                "long i = line * size + end - 1 - (j - start - lane) - lane; sum = TERM;"
            ),
            new("lines.cl", Fold, "double t = 0.0; for (int i = 0; i < 8; i++) t = t + (double)s[i]; return t * 0.5 + t * 0.5;"),
            new("lines.cl", "#define LINE_BLOCK 512", "#define LINE_BLOCK 256")
        ),
        new(
            "Sum across memory",
            twin => Sums(twin, inner: 7),
            new("columns.cl", "#define ROW_BLOCK 512", "#define ROW_BLOCK 480"),
            new(
                "columns.cl",
                "for (long b = 0; b < blocks; b++) sum = sum + partial",
                "for (long b = blocks - 1; b >= 0; b--) sum = sum + partial"
            )
        ),
        new(
            "Maximum",
            twin => Others(twin, ReduceOp.Maximum),
            new SourceChange("columns.cl", "(a != a || a > b ? a : b)", "(a != a || a >= b ? a : b)")
        ),
        new(
            "Minimum",
            twin => Others(twin, ReduceOp.Minimum),
            new SourceChange("columns.cl", "(a != a || a < b ? a : b)", "(a < b ? a : b)")
        ),
        new(
            "Product",
            twin => Others(twin, ReduceOp.Product),
            new SourceChange(
                "columns.cl",
                "value = combined(op, value, line[j * inner]);",
                "value = combined(op, value, line[(size - j) * inner]);"
            )
        ),
        new(
            "Whole numbers reduced",
            Whole,
            new SourceChange("columns.cl", "op == 2 ? (value < next ? value : next)", "op == 2 ? (value > next ? value : next)")
        ),
        new(
            "ArgReduce",
            Arguments,
            new SourceChange("columns.cl", "largest ? value > most : value < most", "largest ? value >= most : value <= most")
        ),
        new(
            "CumulativeSum",
            Cumulative,
            new SourceChange(
                "columns.cl",
                "CUMULATIVE(cumulative_float, float, double)",
                "CUMULATIVE(cumulative_float, float, float)"
            )
        ),
        new("ArgSort", Sorted, new SourceChange("columns.cl", "(k < j && SAME(own, other))", "(k > j && SAME(own, other))")),
        new(
            "Softmax",
            twin => Softmax(twin, false),
            new("softmax.cl", "exponential(x[i] - most) * scale;", "exponential(x[i] - most) / (float)total;"),
            new("softmax.cl", "total = total + fold(mine);", "total = (double)(float)(total + fold(mine));")
        ),
        new(
            "Logarithm of softmax",
            twin => Softmax(twin, true),
            new SourceChange("softmax.cl", "(x[i] - most) - shift", "x[i] - (most + shift)")
        ),
        new(
            "Gradient of softmax",
            twin => SoftmaxBackward(twin, false),
            new SourceChange("softmax.cl", "y[i] * (gradient[i] - whole)", "FMA(y[i], gradient[i], -(y[i] * whole))")
        ),
        new(
            "Gradient of the logarithm of softmax",
            twin => SoftmaxBackward(twin, true),
            new SourceChange(
                "softmax.cl",
                "FMA(-exponential(y[i]), whole, gradient[i])",
                "gradient[i] - exponential(y[i]) * whole"
            )
        ),
    ];

    private static void Sums(Twin twin, int inner)
    {
        foreach (int size in Lengths)
        {
            int outer = twin.Rng.Between(1, 5);
            Reduce(twin, ReduceOp.Sum, twin.Tame((long)outer * size * inner), outer, size, inner);
            Reduce(twin, ReduceOp.Sum, twin.Wild((long)outer * size * inner), outer, size, inner);
        }
    }

    private static void Others(Twin twin, ReduceOp op)
    {
        for (int round = 0; round < 12; round++)
        {
            (int outer, int size, int inner) = (twin.Rng.Between(1, 4), twin.Rng.Between(1, 60), twin.Rng.Between(1, 3));
            long count = (long)outer * size * inner;
            Twin.Memory zeros = twin.Floats(count, _ => twin.Rng.NextInt(2) == 0 ? 0f : -0f);
            Reduce(
                twin,
                op,
                round % 3 == 0 ? zeros
                    : round % 3 == 1 ? twin.Wild(count)
                    : twin.Tame(count),
                outer,
                size,
                inner
            );
        }
    }

    private static void Reduce(Twin twin, ReduceOp op, Twin.Memory source, int outer, int size, int inner)
    {
        Twin.Memory target = twin.New(4L * outer * inner, isFloat: true);
        twin.Run(
            $"{op} of [{outer}, {size}, {inner}]",
            (k, at) => k.Reduce(op, ScalarType.Float32, (void*)at(source), (void*)at(target), outer, size, inner)
        );
        twin.Clear();
    }

    private static void Whole(Twin twin)
    {
        foreach (ReduceOp op in Enum.GetValues<ReduceOp>())
        {
            Twin.Memory source = twin.Longs(3 * 37 * 5, _ => twin.Rng.NextInt(9) - 4);
            Twin.Memory target = twin.New(8 * 3 * 5, isFloat: false);
            twin.Run($"{op}", (k, at) => k.Reduce(op, ScalarType.Int64, (void*)at(source), (void*)at(target), 3, 37, 5));
            twin.Clear();
        }
    }

    private static void Arguments(Twin twin)
    {
        foreach (bool largest in new[] { true, false })
        {
            foreach (ScalarType type in new[] { ScalarType.Float32, ScalarType.Int64 })
            {
                Twin.Memory source =
                    type == ScalarType.Int64 ? twin.Longs(4 * 23 * 6, _ => twin.Rng.NextInt(7))
                    : largest ? twin.Wild(4 * 23 * 6)
                    : twin.Floats(4 * 23 * 6, _ => twin.Rng.NextInt(5));
                Twin.Memory target = twin.New(8 * 4 * 6, isFloat: false);
                twin.Run($"{type}", (k, at) => k.ArgReduce(largest, type, (void*)at(source), (long*)at(target), 4, 23, 6));
                twin.Clear();
            }
        }
    }

    private static void Cumulative(Twin twin)
    {
        foreach ((int outer, int size, int inner) in new[] { (3, 700, 1), (2, 91, 5) })
        {
            Twin.Memory source = twin.Tame((long)outer * size * inner);
            Twin.Memory target = twin.New(source.Bytes, isFloat: true);
            twin.Run(
                "floats",
                (k, at) => k.CumulativeSum(ScalarType.Float32, (void*)at(source), (void*)at(target), outer, size, inner)
            );
            Twin.Memory whole = twin.Longs((long)outer * size * inner, _ => twin.Rng.NextInt(99));
            Twin.Memory sums = twin.New(whole.Bytes, isFloat: false);
            twin.Run(
                "whole numbers",
                (k, at) => k.CumulativeSum(ScalarType.Int64, (void*)at(whole), (void*)at(sums), outer, size, inner)
            );
            twin.Clear();
        }
    }

    private static void Sorted(Twin twin)
    {
        foreach (bool descending in new[] { false, true })
        {
            const int count = 3 * 41 * 2;
            Twin.Memory floats = twin.Wild(count);
            Twin.Memory whole = twin.Longs(count, _ => twin.Rng.NextInt(9));
            Twin.Memory target = twin.New(8 * count, isFloat: false);
            twin.Run(
                "floats",
                (k, at) => k.ArgSort(ScalarType.Float32, (void*)at(floats), (long*)at(target), 3, 41, 2, descending)
            );
            twin.Run("whole", (k, at) => k.ArgSort(ScalarType.Int64, (void*)at(whole), (long*)at(target), 3, 41, 2, descending));
            twin.Clear();
        }
    }

    private static void Softmax(Twin twin, bool logarithm)
    {
        foreach ((int outer, int size, int inner) in Shapes())
        {
            long count = (long)outer * size * inner;
            foreach (
                Twin.Memory source in new[]
                {
                    twin.Tame(count),
                    twin.Wild(count),
                    twin.Floats(count, _ => (float)twin.Rng.NextNormal() * 30),
                }
            )
            {
                Twin.Memory target = twin.New(4 * count, isFloat: true);
                twin.Run(
                    $"[{outer}, {size}, {inner}]",
                    (k, at) => k.Softmax(logarithm, (float*)at(source), (float*)at(target), outer, size, inner)
                );
            }

            twin.Clear();
        }
    }

    private static void SoftmaxBackward(Twin twin, bool logarithm)
    {
        foreach ((int outer, int size, int inner) in Shapes())
        {
            long count = (long)outer * size * inner;
            Twin.Memory gradient = twin.Tame(count);
            foreach (Twin.Memory output in new[] { twin.Tame(count), twin.Wild(count) })
            {
                Twin.Memory target = twin.New(4 * count, isFloat: true);
                twin.Run(
                    $"[{outer}, {size}, {inner}]",
                    (k, at) =>
                        k.SoftmaxBackward(
                            logarithm,
                            (float*)at(gradient),
                            (float*)at(output),
                            (float*)at(target),
                            outer,
                            size,
                            inner
                        )
                );
            }

            twin.Clear();
        }
    }

    private static (int Outer, int Size, int Inner)[] Shapes() => [(1, 1, 1), (37, 10, 1), (3, 700, 1), (2, 1025, 3), (5, 7, 11)];
}
