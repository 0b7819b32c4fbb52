using Research.Torch.Kernels.Cpu;

namespace Research.Torch.Devices.Cuda;

/// <summary>An operation's values as boxes of at most five dimensions, each a launch: what kernels with strides take.</summary>
internal sealed class Box
{
    private const int Dimensions = 5;
    private const long MostValues = int.MaxValue; // of one launch: places are counted in 32 bits

    private Box(long[] sizes, long[] a, long[] b, long first, long firstA, long firstB)
    {
        (Sizes, StridesA, StridesB) = (Padded(sizes, 1), Padded(a, 0), Padded(b, 0));
        (First, FirstA, FirstB) = (first, firstA, firstB);
        Count = Shapes.Count(sizes);
    }

    public long Count { get; }

    /// <summary>Five, the innermost last.</summary>
    public long[] Sizes { get; }

    public long[] StridesA { get; }

    public long[] StridesB { get; }

    /// <summary>Where the box begins in the result, and in each tensor.</summary>
    public long First { get; }

    public long FirstA { get; }

    public long FirstB { get; }

    public static IEnumerable<Box> Of(ReadOnlySpan<long> shape, ReadOnlySpan<long> a, ReadOnlySpan<long> b)
    {
        var joined = new Broadcasting(shape, a, b);
        return Split(joined.Sizes, joined.StridesA, joined.StridesB, 0, 0, 0);
    }

    // What is too large, or has too many dimensions, is taken apart along the outermost.
    private static IEnumerable<Box> Split(long[] sizes, long[] a, long[] b, long first, long firstA, long firstB)
    {
        if (sizes.Length <= Dimensions && Shapes.Count(sizes) <= MostValues)
        {
            return [new Box(sizes, a, b, first, firstA, firstB)];
        }

        if (sizes.Length == 1)
        {
            long half = sizes[0] / 2;
            return
            [
                .. Split([half], a, b, first, firstA, firstB),
                .. Split([sizes[0] - half], a, b, first + half, firstA + (half * a[0]), firstB + (half * b[0])),
            ];
        }

        long inner = Shapes.Count(sizes.AsSpan(1));
        return Enumerable
            .Range(0, checked((int)sizes[0]))
            .SelectMany(i => Split(sizes[1..], a[1..], b[1..], first + (i * inner), firstA + (i * a[0]), firstB + (i * b[0])));
    }

    private static long[] Padded(long[] values, long with) => [.. Enumerable.Repeat(with, Dimensions - values.Length), .. values];
}
