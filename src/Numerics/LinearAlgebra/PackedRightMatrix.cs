namespace Research.Numerics.LinearAlgebra;

/// <summary>A right factor packed once and used for many products, as a recurrent net uses its weights at every step.</summary>
/// <remarks>Each product sums as <see cref="Gemm"/> does, with the same bits. Products may run side by side.</remarks>
/// <param name="k">Rows of the matrix.</param>
/// <param name="n">Columns of the matrix.</param>
/// <param name="room">Memory for <see cref="Floats"/> values, the caller's.</param>
public readonly unsafe struct PackedRightMatrix(int k, int n, float* room)
{
    private readonly float* _room = room;

    /// <summary>Rows that a tile of a product with n columns has: parts of a batch are best multiples of it.</summary>
    public static int TileRows(int n) => GemmKernel.Rows<float>(n);

    /// <summary>Values that the packed form has.</summary>
    public static long Floats(int k, int n) => (long)k * Filled(n);

    /// <param name="source">Shape [k, n]; copied.</param>
    public void Pack<TPanels>(TPanels source)
        where TPanels : IPanels<float>
    {
        int width = GemmKernel.Columns<float>(n);
        for (int first = 0; first < k; first += Gemm.PartialDepth)
        {
            int depths = Math.Min(Gemm.PartialDepth, k - first);
            source.Pack(first, depths, 0, n, width, _room + ((nint)first * Filled(n)));
        }
    }

    /// <summary>C += A·this.</summary>
    /// <param name="a">m rows, each contiguous and read in one go.</param>
    public void Accumulate(int m, float* a, nint aStride, float* c, nint cStride)
    {
        int height = GemmKernel.Rows<float>(n);
        for (int row = 0; row < m; row += height)
        {
            for (int first = 0; first < k; first += Gemm.PartialDepth)
            {
                var left = new PlainLeftBlock<float>(a + (row * aStride) + first, aStride);
                Block(Math.Min(height, m - row), first, left, null, c + (row * cStride), cStride);
            }
        }
    }

    /// <summary>C = A·this, from zero.</summary>
    /// <param name="data">A: element (i, j) lies at data + rows[i] + places[j].</param>
    /// <param name="zeros">m zeros.</param>
    public void Write(int m, float* data, nint* rows, nint* places, float* zeros, float* c, nint cStride)
    {
        for (int first = 0; first < k; first += Gemm.PartialDepth)
        {
            Block(m, first, new IndirectLeftBlock(data, rows, places + first), first == 0 ? zeros : null, c, cStride);
        }
    }

    /// <summary>C += A·this, where A is as in <see cref="Write"/>.</summary>
    public void Accumulate(int m, float* data, nint* rows, nint* places, float* c, nint cStride)
    {
        for (int first = 0; first < k; first += Gemm.PartialDepth)
        {
            Block(m, first, new IndirectLeftBlock(data, rows, places + first), null, c, cStride);
        }
    }

    private void Block<TBlock>(int m, int first, TBlock left, float* start, float* c, nint cStride)
        where TBlock : struct, ILeftBlock<float>
    {
        int depths = Math.Min(Gemm.PartialDepth, k - first);
        float* block = _room + ((nint)first * Filled(n));
        if (GemmKernel.IsSlim<float>(n))
        {
            left.Tiles<SlimTile>(m, n, depths, block, start, c, cStride);
        }
        else if (GemmKernel.IsWide<float>(n))
        {
            left.Tiles<WideTile>(m, n, depths, block, start, c, cStride);
        }
        else
        {
            left.Tiles<NarrowTile>(m, n, depths, block, start, c, cStride);
        }
    }

    private static int Filled(int n)
    {
        int width = GemmKernel.Columns<float>(n);
        return (n + width - 1) / width * width;
    }
}
