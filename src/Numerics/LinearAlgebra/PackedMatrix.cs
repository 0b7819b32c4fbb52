using System.Runtime.InteropServices;

namespace Research.Numerics.LinearAlgebra;

/// <summary>A right factor packed once and used for many products, as a recurrent net uses its weights at every step.</summary>
/// <remarks>Each product sums in ascending k as <see cref="Gemm"/> does, with the same bits. Products may run side by side.</remarks>
public sealed unsafe class PackedMatrix : IDisposable
{
    private int _k;
    private int _n;
    private float* _packed;
    private nuint _room;

    public PackedMatrix() { }

    /// <param name="k">Rows of the matrix.</param>
    /// <param name="n">Columns of the matrix.</param>
    /// <param name="matrix">Copied; may go afterwards.</param>
    public PackedMatrix(int k, int n, MatrixView<float> matrix) => Pack(k, n, new MatrixPanels<float>(matrix));

    ~PackedMatrix() => Free();

    /// <summary>Rows that a tile computes together: parts of a batch are best multiples of it.</summary>
    public static int TileRows => GemmKernel.TileRows;

    /// <summary>Takes another matrix, in the same memory where it fits.</summary>
    public void Pack<TPanels>(int k, int n, TPanels source)
        where TPanels : IPanels<float>
    {
        (_k, _n) = (k, n);
        int width = GemmKernel.TileColumns<float>();
        int panels = (n + width - 1) / width;
        Reserve((nuint)Math.Max(1, panels * width * k) * sizeof(float));
        for (int j = 0; j < n; j += width)
        {
            source.Pack(0, k, j, Math.Min(width, n - j), width, _packed + (j * k));
        }
    }

    /// <summary>C += A·this for m rows of A, each contiguous.</summary>
    public void Accumulate(int m, float* a, nint aStride, float* c, nint cStride) =>
        GemmBlocks.Tiles(m, _n, _k, a, aStride, _packed, c, cStride, (float*)GemmBuffers.Own.Tile);

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Reserve(nuint bytes)
    {
        if (bytes > _room)
        {
            Free();
            _packed = (float*)NativeMemory.AlignedAlloc(bytes, 64);
            _room = bytes;
        }
    }

    private void Free()
    {
        NativeMemory.AlignedFree(_packed);
        _packed = null;
        _room = 0;
    }
}
