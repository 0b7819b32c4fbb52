namespace Research.Torch;

/// <summary>Arithmetic on shapes: counts, dimensions counted from the end, broadcasting.</summary>
internal static class Shapes
{
    private const long MostBytes = 1L << 46;

    public static long Count(ReadOnlySpan<long> shape)
    {
        long count = 1;
        foreach (long size in shape)
        {
            count *= size;
        }

        return count;
    }

    /// <summary>Bytes of a tensor of that shape.</summary>
    /// <exception cref="ArgumentException">A size is negative, or no memory could hold so many values.</exception>
    public static long Bytes(ReadOnlySpan<long> shape, int elementSize)
    {
        long bytes = elementSize;
        foreach (long size in shape)
        {
            if (size < 0 || (size > 0 && bytes > MostBytes / size))
            {
                throw new ArgumentException(
                    $"There is no tensor of shape {Text(shape)}: sizes are at least 0, and all values together at most {MostBytes} bytes."
                );
            }

            bytes *= size;
        }

        return bytes;
    }

    public static string Text(ReadOnlySpan<long> shape) => $"[{string.Join(", ", shape.ToArray())}]";

    /// <summary>A dimension as 0 … rank − 1; negative ones count from the end.</summary>
    public static int Dimension(string operation, long dim, int rank)
    {
        int bound = Math.Max(rank, 1); // a scalar has dimension 0, as in PyTorch
        if (dim < -bound || dim >= bound)
        {
            throw new ArgumentOutOfRangeException(
                nameof(dim),
                $"{operation}: dimension {dim} does not exist; a tensor of {rank} dimensions has {-bound} … {bound - 1}."
            );
        }

        return (int)(dim < 0 ? dim + bound : dim);
    }

    /// <summary>The shape that both stretch to: sizes equal, or one of them 1, counted from the right.</summary>
    public static long[] Broadcast(string operation, ReadOnlySpan<long> a, ReadOnlySpan<long> b)
    {
        var shape = new long[Math.Max(a.Length, b.Length)];
        for (int i = 1; i <= shape.Length; i++)
        {
            long x = i <= a.Length ? a[^i] : 1;
            long y = i <= b.Length ? b[^i] : 1;
            if (x != y && x != 1 && y != 1)
            {
                throw new ArgumentException(
                    $"{operation}: shapes {Text(a)} and {Text(b)} do not broadcast: counted from the right, dimension {i} has {x} and {y}, which must be equal or one of them 1."
                );
            }

            shape[^i] = x == 1 ? y : x;
        }

        return shape;
    }

    /// <summary>Element strides of a contiguous tensor read as the wider shape: 0 where it repeats.</summary>
    public static long[] StridesIn(ReadOnlySpan<long> own, ReadOnlySpan<long> wide)
    {
        var strides = new long[wide.Length];
        long stride = 1;
        for (int i = 1; i <= own.Length; i++)
        {
            strides[^i] = own[^i] == 1 ? 0 : stride;
            stride *= own[^i];
        }

        return strides;
    }

    public static long[] Strides(ReadOnlySpan<long> shape)
    {
        var strides = new long[shape.Length];
        long stride = 1;
        for (int i = shape.Length - 1; i >= 0; i--)
        {
            strides[i] = stride;
            stride *= shape[i];
        }

        return strides;
    }

    /// <summary>Puts in the size written as −1.</summary>
    public static long[] Inferred(string operation, long count, ReadOnlySpan<long> asked)
    {
        long[] shape = asked.ToArray();
        int open = Array.IndexOf(shape, -1);
        long known = 1;
        for (int i = 0; i < shape.Length; i++)
        {
            known *= i == open ? 1 : shape[i];
        }

        bool fits = open >= 0 ? known > 0 && count % known == 0 : known == count;
        if (!fits || (open >= 0 && Array.IndexOf(shape, -1, open + 1) >= 0) || shape.Any(size => size < -1))
        {
            throw new ArgumentException(
                $"{operation}: {count} elements do not fill shape {Text(asked)}; the sizes must multiply to {count}, at most one of them -1."
            );
        }

        if (open >= 0)
        {
            shape[open] = count / known;
        }

        return shape;
    }

    public static bool Same(ReadOnlySpan<long> a, ReadOnlySpan<long> b) => a.SequenceEqual(b);
}
