using Research.Torch.Kernels;
using Research.Torch.Tests.Kernels;

namespace Research.Torch.Tests.Devices.Cases;

/// <summary>Values moved, filled and converted.</summary>
internal static unsafe class MovingCases
{
    private static readonly ScalarType[] Types = [ScalarType.Float32, ScalarType.Int64, ScalarType.Bool];

    public static IEnumerable<DeviceCase> All { get; } =
    [
        new(
            "Fill",
            Fill,
            new SourceChange("moving.cl", "FOR_EACH(i, count) target[i] = value;", "FOR_EACH(i, count - 1) target[i] = value;")
        ),
        new("Cast", Cast, new SourceChange("moving.cl", "x >= -9.223372E18f && x < 9.223372E18f ?", "x >= -9.223372E18f ?")),
        new(
            "Gather",
            twin => Strided(twin, true),
            new SourceChange(
                "moving.cl",
                "DECODE(i) target[i] = strided[PLACE(s)];",
                "DECODE(i) target[i] = strided[PLACE(s) - (long)d3 * s3];"
            )
        ),
        new(
            "Scatter",
            twin => Strided(twin, false),
            new SourceChange(
                "moving.cl",
                "DECODE(i) strided[PLACE(s)] = source[i];",
                "DECODE(i) strided[PLACE(s)] = source[i ? i - 1 : 0];"
            )
        ),
        new("Where", Where, new SourceChange("moving.cl", "condition[i] ? a[i] : b[i]", "condition[i] ? b[i] : a[i]")),
    ];

    private static void Fill(Twin twin)
    {
        foreach (ScalarType type in Types)
        {
            Twin.Memory memory = twin.New(8 * 1003, isFloat: false);
            Scalar value =
                type == ScalarType.Bool ? true
                : type == ScalarType.Int64 ? -3_000_000_000L
                : -0f;
            twin.Run($"fill {type}", (k, at) => k.Fill(type, (void*)at(memory), 1003, value));
            twin.Clear();
        }
    }

    private static void Cast(Twin twin)
    {
        const int count = 4001;
        Func<Twin.Memory>[] sources =
        [
            () => twin.AnyBits(count),
            () => twin.Longs(count, _ => (long)(twin.Rng.NextUInt64() >> twin.Rng.NextInt(64)) - 1),
            () => twin.Bools(count),
        ];
        foreach (ScalarType from in Types)
        {
            foreach (ScalarType to in Types)
            {
                Twin.Memory source = sources[Array.IndexOf(Types, from)]();
                Twin.Memory target = twin.New(8 * count, isFloat: to == ScalarType.Float32);
                twin.Run($"{from} to {to}", (k, at) => k.Cast(from, (void*)at(source), to, (void*)at(target), count));
                twin.Clear();
            }
        }
    }

    private static void Strided(Twin twin, bool gathers)
    {
        for (int round = 0; round < 24; round++)
        {
            int size = new[] { 1, 4, 8 }[round % 3];
            long[] shape = [.. Enumerable.Range(0, twin.Rng.Between(1, 7)).Select(_ => (long)twin.Rng.Between(1, 5))];
            int[] order = twin.Rng.Permutation(shape.Length);
            long[] strides = new long[shape.Length];
            long step = 1;
            foreach (int d in order)
            {
                strides[d] = step;
                step *= shape[d];
            }

            long first = 0;
            if (twin.Rng.NextInt(2) == 1)
            {
                (strides[0], first) = (-strides[0], (shape[0] - 1) * strides[0]); // flipped
            }

            long count = Shapes.Count(shape);
            Twin.Memory source = twin.Longs(count, _ => (long)twin.Rng.NextUInt64());
            Twin.Memory target = twin.New(8 * count, isFloat: false);
            twin.Run(
                $"strides {Shapes.Text(strides)} of {Shapes.Text(shape)}",
                (k, at) =>
                {
                    if (gathers)
                    {
                        k.Gather(size, (byte*)at(source) + (first * size), strides, shape, (void*)at(target));
                    }
                    else
                    {
                        k.Scatter(size, (void*)at(source), strides, shape, (byte*)at(target) + (first * size));
                    }
                }
            );
            twin.Clear();
        }
    }

    private static void Where(Twin twin)
    {
        foreach (int size in new[] { 1, 4, 8 })
        {
            const int count = 3001;
            Twin.Memory condition = twin.Bools(count);
            Twin.Memory a = twin.Longs(count, _ => (long)twin.Rng.NextUInt64());
            Twin.Memory b = twin.Longs(count, _ => (long)twin.Rng.NextUInt64());
            Twin.Memory target = twin.New(8 * count, isFloat: false);
            twin.Run(
                $"where of {size} bytes",
                (k, at) => k.Where(size, (bool*)at(condition), (void*)at(a), (void*)at(b), (void*)at(target), count)
            );
            twin.Clear();
        }
    }
}
