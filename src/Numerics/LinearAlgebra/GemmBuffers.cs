using System.Runtime.InteropServices;

namespace Research.Numerics.LinearAlgebra;

/// <summary>One thread's room for packed blocks, taken once and kept for the life of the thread.</summary>
internal sealed unsafe class GemmBuffers
{
    public const int BlockRows = 96;
    public const int BlockDepth = Gemm.PartialDepth;
    public const int BlockColumns = 960; // whole tiles of 48, 24, 16 and 8
    private const int LargestElement = sizeof(double);
    private const nuint Alignment = 64;

    [ThreadStatic]
    private static GemmBuffers? _own;

    private GemmBuffers()
    {
        A = NativeMemory.AlignedAlloc(BlockRows * BlockDepth * LargestElement, Alignment);
        B = NativeMemory.AlignedAlloc((BlockColumns + 64) * BlockDepth * LargestElement, Alignment);
        Tile = NativeMemory.AlignedAlloc((GemmKernel.LargestTile + GemmKernel.MostRows) * LargestElement, Alignment);
    }

    ~GemmBuffers()
    {
        NativeMemory.AlignedFree(A);
        NativeMemory.AlignedFree(B);
        NativeMemory.AlignedFree(Tile);
    }

    public static GemmBuffers Own => _own ??= new GemmBuffers();

    public void* A { get; }

    public void* B { get; }

    public void* Tile { get; }
}
