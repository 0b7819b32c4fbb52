namespace Research.Numerics.LinearAlgebra;

/// <summary>One thread's part of a product: blocks that fit the caches, tiles that fit the registers.</summary>
internal static unsafe class GemmBlocks
{
    private const int CacheLine = 16; // floats

    /// <summary>C += A·B.</summary>
    public static void Run<T, TPanels>(int m, int n, int k, MatrixView<T> a, TPanels b, int firstColumn, T* c, nint cStride)
        where T : unmanaged
        where TPanels : IPanels<T>
    {
        var buffers = GemmBuffers.Own;
        var packed = (T*)buffers.B;
        int width = GemmKernel.TileColumns<T>();
        for (int column = 0; column < n; column += GemmBuffers.BlockColumns)
        {
            int columns = Math.Min(GemmBuffers.BlockColumns, n - column);
            for (int depth = 0; depth < k; depth += GemmBuffers.BlockDepth)
            {
                int depths = Math.Min(GemmBuffers.BlockDepth, k - depth);
                for (int j = 0; j < columns; j += width)
                {
                    b.Pack(depth, depths, firstColumn + column + j, Math.Min(width, columns - j), width, packed + (j * depths));
                }

                Rows(m, columns, depths, a.From(0, depth), packed, c + column, cStride, buffers);
            }
        }
    }

    private static void Rows<T>(int m, int n, int k, MatrixView<T> a, T* packed, T* c, nint cStride, GemmBuffers buffers)
        where T : unmanaged
    {
        for (int row = 0; row < m; row += GemmBuffers.BlockRows)
        {
            int rows = Math.Min(GemmBuffers.BlockRows, m - row);
            MatrixView<T> block = a.From(row, 0);
            if (block.ColumnStride != 1)
            {
                block = PackRows(block, rows, k, (T*)buffers.A);
            }

            Tiles(rows, n, k, block.Data, block.RowStride, packed, c + (row * cStride), cStride, (T*)buffers.Tile);
        }
    }

    /// <summary>All tiles of a block whose right factor is packed already.</summary>
    public static void Tiles<T>(int m, int n, int k, T* a, nint aStride, T* packed, T* c, nint cStride, T* spare)
        where T : unmanaged
    {
        int width = GemmKernel.TileColumns<T>();
        int height = GemmKernel.TileRows;
        for (int j = 0; j < n; j += width)
        {
            T* panel = packed + (j * k);
            int columns = Math.Min(width, n - j);
            for (int i = 0; i < m; i += height)
            {
                int rows = Math.Min(height, m - i);
                T* target = c + (i * cStride) + j;
                if (rows == height && columns == width)
                {
                    GemmKernel.Tile(k, a + (i * aStride), aStride, height - 1, panel, target, cStride);
                    continue;
                }

                Copy(target, cStride, spare, width, rows, columns);
                GemmKernel.Tile(k, a + (i * aStride), aStride, rows - 1, panel, spare, width);
                Copy(spare, width, target, cStride, rows, columns);
            }
        }
    }

    // Rows of the block, each contiguous; a few columns at a time, so that what is read and written stays in the nearest cache.
    private static MatrixView<T> PackRows<T>(MatrixView<T> a, int rows, int depths, T* packed)
        where T : unmanaged
    {
        for (int first = 0; first < depths; first += CacheLine)
        {
            int count = Math.Min(CacheLine, depths - first);
            for (int r = 0; r < rows; r++)
            {
                T* source = a.Data + (first * a.ColumnStride) + (r * a.RowStride);
                T* target = packed + (r * GemmBuffers.BlockDepth) + first;
                for (int d = 0; d < count; d++)
                {
                    target[d] = source[d * a.ColumnStride];
                }
            }
        }

        return new MatrixView<T>(packed, GemmBuffers.BlockDepth, 1);
    }

    public static void Copy<T>(T* source, nint sourceStride, T* target, nint targetStride, int rows, int columns)
        where T : unmanaged
    {
        for (int r = 0; r < rows; r++)
        {
            new ReadOnlySpan<T>(source + (r * sourceStride), columns).CopyTo(new Span<T>(target + (r * targetStride), columns));
        }
    }
}
