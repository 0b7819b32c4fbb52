namespace Research.Torch.Kernels;

/// <summary>One two-dimensional pooling over planes (batch times channels).</summary>
internal sealed record Pool2d
{
    public required int Planes { get; init; }

    public required int Height { get; init; }

    public required int Width { get; init; }

    public required int OutHeight { get; init; }

    public required int OutWidth { get; init; }

    public required int KernelHeight { get; init; }

    public required int KernelWidth { get; init; }

    public required int StrideY { get; init; }

    public required int StrideX { get; init; }

    public required int PadY { get; init; }

    public required int PadX { get; init; }

    public required int DilationY { get; init; }

    public required int DilationX { get; init; }

    /// <summary>Maximum pooling: bytes that keep a place of a window.</summary>
    public int PlaceBytes => KernelHeight * KernelWidth <= 256 ? sizeof(byte) : sizeof(int);

    /// <summary>Average pooling: whether padded places count in the divisor.</summary>
    public bool CountIncludePad { get; init; } = true;

    /// <summary>Average pooling: a divisor of the caller's; 0 for none.</summary>
    public long Divisor { get; init; }

    /// <summary>Positions along one side, as PyTorch counts them: with ceilMode the last window may hang over, if it starts inside.</summary>
    public static long OutSize(long size, long kernel, long stride, long padding, long dilation, bool ceilMode)
    {
        long free = size + (2 * padding) - (dilation * (kernel - 1)) - 1;
        if (free < 0)
        {
            return ceilMode && free + stride > 0 ? 1 : 0; // rounded up, part of a window is one
        }

        long count = ((free + (ceilMode ? stride - 1 : 0)) / stride) + 1;
        return ceilMode && (count - 1) * stride >= size + padding ? count - 1 : count;
    }
}
