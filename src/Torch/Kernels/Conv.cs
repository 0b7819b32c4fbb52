namespace Research.Torch.Kernels;

/// <summary>One two-dimensional convolution: sizes, stride, padding, dilation and groups.</summary>
internal sealed record Conv
{
    private const int FewestOuts = 8; // of a product with one input channel: part of the order

    public required int Batch { get; init; }

    public required int InChannels { get; init; }

    public required int Height { get; init; }

    public required int Width { get; init; }

    public required int OutChannels { get; init; }

    public required int KernelHeight { get; init; }

    public required int KernelWidth { get; init; }

    public required int StrideY { get; init; }

    public required int StrideX { get; init; }

    public required int PadY { get; init; }

    public required int PadX { get; init; }

    public required int DilationY { get; init; }

    public required int DilationX { get; init; }

    public required int Groups { get; init; }

    public required int OutHeight { get; init; }

    public required int OutWidth { get; init; }

    public int InPerGroup => InChannels / Groups;

    public int OutPerGroup => OutChannels / Groups;

    /// <summary>Values under one kernel: the depth of the product.</summary>
    public int Depth => InPerGroup * KernelHeight * KernelWidth;

    public int OutPixels => OutHeight * OutWidth;

    public int InPixels => Height * Width;

    /// <summary>Each output channel reads one input channel, and few read the same: too thin for a product.</summary>
    public bool IsDepthwise => InPerGroup == 1 && OutPerGroup < FewestOuts;

    /// <summary>Positions that a kernel takes along one side; 0 where it does not fit.</summary>
    public static long OutSize(long size, long kernel, long stride, long padding, long dilation)
    {
        long free = size + (2 * padding) - (dilation * (kernel - 1)) - 1;
        return free < 0 ? 0 : (free / stride) + 1;
    }
}
