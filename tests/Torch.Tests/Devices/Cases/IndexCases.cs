using Research.Torch.Kernels;

namespace Research.Torch.Tests.Devices.Cases;

/// <summary>Values and slices by index, with indices that meet.</summary>
internal static unsafe class IndexCases
{
    private const int Outer = 3;
    private const int Size = 11;
    private const int Count = 40; // of indices along the dimension: several for one place

    private static readonly ScalarType[] Types = [ScalarType.Float32, ScalarType.Int64, ScalarType.Bool];

    public static IEnumerable<DeviceCase> All { get; } =
    [
        new(
            "TakeAlong",
            TakeAlong,
            new SourceChange(
                "indexing.cl",
                "INSIDE(index[at])) * inner + at % inner]; \\\n    } \\",
                "INSIDE(index[at / inner % taken])) * inner + at % inner]; \\\n    } \\"
            )
        ),
        new(
            "TakeSlices",
            TakeSlices,
            new SourceChange("indexing.cl", "INSIDE(index[at / inner % taken])", "INSIDE(index[at % taken])")
        ),
        new(
            "PutAlong",
            PutAlong,
            new SourceChange(
                "indexing.cl",
                "TYPE value = source[at], old = *to; \\",
                "at = (o * put + put - 1 - j) * inner + i; to = target + (o * size + INSIDE(index[at])) * inner + i; TYPE value = source[at], old = *to; \\"
            )
        ),
        new(
            "AddSlices",
            AddSlices,
            new SourceChange(
                "indexing.cl",
                "for (long j = 0; j < put; j++)\n        {\n            GLOBAL float *to",
                "for (long j = put - 1; j >= 0; j--)\n        {\n            GLOBAL float *to"
            )
        ),
    ];

    private static void TakeAlong(Twin twin)
    {
        foreach (int size in new[] { 1, 4, 8 })
        {
            (long inner, Twin.Memory source, Twin.Memory index) = Given(twin, along: true);
            Twin.Memory target = twin.New(8 * Outer * Count * inner, isFloat: false);
            twin.Run(
                $"{size} bytes",
                (k, at) => k.TakeAlong(size, (void*)at(source), (long*)at(index), (void*)at(target), Outer, Size, Count, inner)
            );
            twin.Clear();
        }
    }

    private static void TakeSlices(Twin twin)
    {
        foreach (int size in new[] { 1, 4, 8 })
        {
            (long inner, Twin.Memory source, Twin.Memory index) = Given(twin, along: false);
            Twin.Memory target = twin.New(8 * Outer * Count * inner, isFloat: false);
            twin.Run(
                $"{size} bytes",
                (k, at) => k.TakeSlices(size, (void*)at(source), (long*)at(index), (void*)at(target), Outer, Size, Count, inner)
            );
            twin.Clear();
        }
    }

    private static void PutAlong(Twin twin)
    {
        foreach (ScalarType type in Types)
        {
            foreach (bool add in new[] { true, false })
            {
                (long inner, _, Twin.Memory index) = Given(twin, along: true);
                Twin.Memory Values(long count) =>
                    type == ScalarType.Float32 ? twin.Tame(count)
                    : type == ScalarType.Int64 ? twin.Longs(count, _ => twin.Rng.NextInt(99))
                    : twin.Bools(count);
                (Twin.Memory source, Twin.Memory target) = (Values(Outer * Count * inner), Values(Outer * Size * inner));
                twin.Run(
                    $"{type} {add}",
                    (k, at) =>
                        k.PutAlong(add, type, (void*)at(source), (long*)at(index), (void*)at(target), Outer, Size, Count, inner)
                );
                twin.Clear();
            }
        }
    }

    private static void AddSlices(Twin twin)
    {
        (long inner, _, Twin.Memory index) = Given(twin, along: false);
        (Twin.Memory source, Twin.Memory target) = (twin.Tame(Outer * Count * inner), twin.Tame(Outer * Size * inner));
        twin.Run(
            "slices",
            (k, at) => k.AddSlices((float*)at(source), (long*)at(index), (float*)at(target), Outer, Size, Count, inner)
        );
    }

    private static (long Inner, Twin.Memory Source, Twin.Memory Index) Given(Twin twin, bool along)
    {
        long inner = 5;
        Twin.Memory source = twin.Longs(Outer * Size * inner, _ => (long)twin.Rng.NextUInt64());
        return (inner, source, twin.Longs(along ? Outer * Count * inner : Count, _ => twin.Rng.NextInt(Size)));
    }
}
