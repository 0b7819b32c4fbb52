namespace Research.Numerics.LinearAlgebra;

/// <summary>A left factor packed once and used for many products, as a convolution uses its kernels for every image.</summary>
/// <remarks>Each product sums as <see cref="Gemm"/> does, with the same bits. Products may run side by side.</remarks>
/// <param name="columns">Columns of each product: they choose the tile.</param>
/// <param name="room">Memory for <see cref="Floats"/> values, the caller's.</param>
public readonly unsafe struct PackedLeftMatrix(int m, int k, int columns, float* room)
{
    private readonly float* _room = room;

    /// <summary>Values that the packed form has.</summary>
    public static long Floats(int m, int k, int columns) => (long)Filled(m, TileRows(m, columns)) * k;

    /// <param name="matrix">Shape [m, k]; copied.</param>
    public void Pack(MatrixView<float> matrix)
    {
        int height = TileRows(m, columns);
        for (int depth = 0; depth < k; depth += Gemm.PartialDepth)
        {
            float* block = _room + ((nint)depth * Filled(m, height));
            GemmPacking.Left(matrix.From(0, depth), m, Math.Min(Gemm.PartialDepth, k - depth), height, block);
        }
    }

    /// <summary>C = start + this·B.</summary>
    /// <param name="start">A value for each row, with which all of its columns begin.</param>
    /// <param name="c">Shape [m, columns]; rows follow by <paramref name="cStride"/>.</param>
    public void Write<TPanels>(TPanels b, float* start, float* c, nint cStride)
        where TPanels : IPanels<float>
    {
        var left = new LeftFactor<float>(default, _room, Filled(m, TileRows(m, columns)), 0);
        Gemm.Compute(m, columns, k, left, b, start, c, cStride);
    }

    private static int TileRows(int m, int columns)
    {
        int rows = GemmKernel.Rows<float>(columns);
        return rows == NarrowTile.Rows && GemmKernel.IsLow(m) ? LowTile.Rows : rows;
    }

    private static int Filled(int rows, int tileRows) => (rows + tileRows - 1) / tileRows * tileRows;
}
