namespace Research.Torch.Kernels.Cpu;

/// <summary>The lines of an operation on two tensors that repeat along some dimensions, with neighbours joined where they can be.</summary>
internal sealed class Broadcasting
{
    private readonly long[] _sizes;
    private readonly long[] _a;
    private readonly long[] _b;

    public Broadcasting(ReadOnlySpan<long> shape, ReadOnlySpan<long> aStrides, ReadOnlySpan<long> bStrides)
    {
        var sizes = new List<long>();
        var a = new List<long>();
        var b = new List<long>();
        for (int d = 0; d < shape.Length; d++)
        {
            if (shape[d] == 1)
            {
                continue;
            }

            bool joins = sizes.Count > 0 && a[^1] == aStrides[d] * shape[d] && b[^1] == bStrides[d] * shape[d];
            if (joins)
            {
                (sizes[^1], a[^1], b[^1]) = (sizes[^1] * shape[d], aStrides[d], bStrides[d]);
            }
            else
            {
                sizes.Add(shape[d]);
                a.Add(aStrides[d]);
                b.Add(bStrides[d]);
            }
        }

        if (sizes.Count == 0)
        {
            (sizes, a, b) = ([1], [0], [0]);
        }

        (_sizes, _a, _b) = ([.. sizes], [.. a], [.. b]);
    }

    public long[] Sizes => _sizes;

    public long[] StridesA => _a;

    public long[] StridesB => _b;

    /// <summary>Values in a line.</summary>
    public long Length => _sizes[^1];

    public long Lines => Shapes.Count(_sizes.AsSpan(0, _sizes.Length - 1));

    public long StepA => _a[^1];

    public bool RepeatsA => _a[^1] == 0;

    public bool RepeatsB => _b[^1] == 0;

    /// <summary>Where a line begins in each tensor.</summary>
    public (long A, long B) Start(long line)
    {
        (long a, long b) = (0, 0);
        for (int d = _sizes.Length - 2; d >= 0; d--)
        {
            (line, long i) = Math.DivRem(line, _sizes[d]);
            a += i * _a[d];
            b += i * _b[d];
        }

        return (a, b);
    }
}
