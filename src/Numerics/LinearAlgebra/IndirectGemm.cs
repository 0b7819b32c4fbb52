namespace Research.Numerics.LinearAlgebra;

/// <summary>C += A·B where each row of B is a run of memory of its own: convolution without writing patches out.</summary>
/// <remarks>After Dukhan (2019), "The indirect convolution algorithm": offsets in place of copies. Sums as <see cref="Gemm"/>.</remarks>
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
        if (GemmKernel.Wide)
        {
            Run<WideTile>(m, n, k, a, aStride, data, offsets, c, cStride);
        }
        else if (GemmKernel.IsLow(m))
        {
            Run<LowTile>(m, n, k, a, aStride, data, offsets, c, cStride);
        }
        else
        {
            Run<NarrowTile>(m, n, k, a, aStride, data, offsets, c, cStride);
        }
    }

    private static void Run<TTile>(
        int m,
        int n,
        int k,
        float* a,
        nint aStride,
        float* data,
        nint* offsets,
        float* c,
        nint cStride
    )
        where TTile : struct, ITile
    {
        int width = TTile.Columns<float>();
        for (int depth = 0; depth < k; depth += Gemm.PartialDepth)
        {
            int depths = Math.Min(Gemm.PartialDepth, k - depth);
            for (int j = 0; j < n; j += width)
            {
                var right = new IndirectRight(data + j, offsets + depth);
                int columns = Math.Min(width, n - j);
                for (int i = 0; i < m; i += TTile.Rows)
                {
                    int rows = Math.Min(TTile.Rows, m - i);
                    var left = new PlainLeft<float>(a + (i * aStride) + depth, aStride, rows - 1);
                    GemmBlocks<TTile>.Tile(depths, left, right, rows, columns, null, c + (i * cStride) + j, cStride);
                }
            }
        }
    }
}
