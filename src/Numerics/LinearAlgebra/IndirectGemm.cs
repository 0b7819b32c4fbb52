namespace Research.Numerics.LinearAlgebra;

/// <summary>C += A·B where each row of B is a run of memory of its own: convolution without writing patches out.</summary>
/// <remarks>After Dukhan (2019), "The indirect convolution algorithm": offsets in place of copies. Sums in ascending k, as <see cref="Gemm"/>.</remarks>
public static unsafe class IndirectGemm
{
    /// <summary>Floats past a run's end that may be read; they reach no result.</summary>
    public const int ReadsPastEnd = 64;

    /// <param name="m">Rows of A and C.</param>
    /// <param name="n">Columns of C, length of the runs.</param>
    /// <param name="k">Columns of A, count of runs.</param>
    /// <param name="a">Rows of A, each contiguous.</param>
    /// <param name="data">Where offset 0 is.</param>
    /// <param name="offsets">Beginning of each run.</param>
    /// <param name="c">Added to; rows follow by <paramref name="cStride"/>.</param>
    public static void Accumulate(int m, int n, int k, float* a, nint aStride, float* data, nint* offsets, float* c, nint cStride)
    {
        var spare = (float*)GemmBuffers.Own.Tile;
        int width = GemmKernel.TileColumns<float>();
        int height = GemmKernel.TileRows;
        for (int depth = 0; depth < k; depth += GemmBuffers.BlockDepth)
        {
            int depths = Math.Min(GemmBuffers.BlockDepth, k - depth);
            for (int j = 0; j < n; j += width)
            {
                int columns = Math.Min(width, n - j);
                for (int i = 0; i < m; i += height)
                {
                    int rows = Math.Min(height, m - i);
                    float* left = a + (i * aStride) + depth;
                    float* target = c + (i * cStride) + j;
                    if (rows == height && columns == width)
                    {
                        GemmKernel.Tile(depths, left, aStride, height - 1, data + j, offsets + depth, target, cStride);
                        continue;
                    }

                    GemmBlocks.Copy(target, cStride, spare, width, rows, columns);
                    GemmKernel.Tile(depths, left, aStride, rows - 1, data + j, offsets + depth, spare, width);
                    GemmBlocks.Copy(spare, width, target, cStride, rows, columns);
                }
            }
        }
    }
}
