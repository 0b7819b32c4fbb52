namespace Research.Numerics.LinearAlgebra;

/// <summary>C += A·B on row-major matrices of float or double, the same bits for any thread count and instruction set.</summary>
/// <remarks>
/// <para>Each element is c + Σₖ a[i,k]·b[k,j], added in ascending k with separate multiply and add (ADR 0003). Blocking, packing
/// and threads change which element is computed when, never the order of one element's additions.</para>
/// <para>Blocks after Goto and van de Geijn (2008), "Anatomy of high-performance matrix multiplication", ACM TOMS 34(3).
/// Oracle: the triple loop, equal to the bit.</para>
/// </remarks>
public static class Gemm
{
    private const int BlockRows = 96;
    private const int BlockDepth = 256;
    private const int BlockColumns = 512;
    private const long ParallelFrom = 1 << 18; // multiply-adds below which a second thread costs more than it saves

    /// <summary>C += A·B.</summary>
    /// <param name="m">Rows of A and C.</param>
    /// <param name="n">Columns of B and C.</param>
    /// <param name="k">Columns of A, rows of B.</param>
    /// <param name="a">Shape [m, k].</param>
    /// <param name="b">Shape [k, n].</param>
    /// <param name="c">Shape [m, n]; added to.</param>
    /// <exception cref="ArgumentException">A span is shorter than its shape.</exception>
    public static void Accumulate<T>(int m, int n, int k, ReadOnlyMemory<T> a, ReadOnlyMemory<T> b, Memory<T> c)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        Require((long)m * k, a.Length, nameof(a));
        Require((long)k * n, b.Length, nameof(b));
        Require((long)m * n, c.Length, nameof(c));
        int tileRows = GemmKernel.TileRows;
        int parts = (long)m * n * k < ParallelFrom ? 1 : Math.Min(Work.Threads, (m + tileRows - 1) / tileRows);
        int rows = ((m + parts - 1) / parts + tileRows - 1) / tileRows * tileRows;
        Work.For(
            parts,
            part =>
            {
                int first = part * rows;
                int count = Math.Min(rows, m - first);
                if (count > 0)
                {
                    Rows(count, n, k, a.Span[(first * k)..], b.Span, c.Span[(first * n)..]);
                }
            }
        );
    }

    private static void Rows<T>(int m, int n, int k, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        int width = GemmKernel.TileColumns<T>();
        var packedA = new T[(BlockRows + GemmKernel.TileRows) * BlockDepth];
        var packedB = new T[(BlockColumns + width) * BlockDepth];
        for (int column = 0; column < n; column += BlockColumns)
        {
            int columns = Math.Min(BlockColumns, n - column);
            for (int depth = 0; depth < k; depth += BlockDepth)
            {
                int depths = Math.Min(BlockDepth, k - depth);
                PackB(b, n, depth, depths, column, columns, packedB);
                for (int row = 0; row < m; row += BlockRows)
                {
                    int rows = Math.Min(BlockRows, m - row);
                    PackA(a, k, row, rows, depth, depths, packedA);
                    Block(rows, columns, depths, packedA, packedB, c[((row * n) + column)..], n);
                }
            }
        }
    }

    private static void Block<T>(int rows, int columns, int depths, T[] packedA, T[] packedB, Span<T> c, int stride)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        int width = GemmKernel.TileColumns<T>();
        int height = GemmKernel.TileRows;
        Span<T> tile = stackalloc T[height * width];
        for (int j = 0; j < columns; j += width)
        {
            ReadOnlySpan<T> b = packedB.AsSpan(j * depths, width * depths);
            for (int i = 0; i < rows; i += height)
            {
                ReadOnlySpan<T> a = packedA.AsSpan(i * depths, height * depths);
                Span<T> target = c[((i * stride) + j)..];
                (int liveRows, int liveColumns) = (Math.Min(height, rows - i), Math.Min(width, columns - j));
                if (liveRows == height && liveColumns == width)
                {
                    GemmKernel.Tile(depths, a, b, target, stride);
                    continue;
                }

                tile.Clear();
                Copy(target, stride, tile, width, liveRows, liveColumns);
                GemmKernel.Tile(depths, a, b, tile, width);
                Copy(tile, width, target, stride, liveRows, liveColumns);
            }
        }
    }

    private static void Copy<T>(ReadOnlySpan<T> source, int sourceStride, Span<T> target, int targetStride, int rows, int columns)
    {
        for (int r = 0; r < rows; r++)
        {
            source.Slice(r * sourceStride, columns).CopyTo(target[(r * targetStride)..]);
        }
    }

    // Panels of TileRows rows, column after column, zeros below the last row.
    private static void PackA<T>(ReadOnlySpan<T> a, int stride, int row, int rows, int depth, int depths, T[] packed)
        where T : unmanaged
    {
        int o = 0;
        for (int i = 0; i < rows; i += GemmKernel.TileRows)
        {
            for (int d = 0; d < depths; d++)
            {
                for (int r = 0; r < GemmKernel.TileRows; r++)
                {
                    packed[o++] = i + r < rows ? a[((row + i + r) * stride) + depth + d] : default;
                }
            }
        }
    }

    // Panels of TileColumns columns, row after row, zeros right of the last column.
    private static void PackB<T>(ReadOnlySpan<T> b, int stride, int depth, int depths, int column, int columns, T[] packed)
        where T : unmanaged
    {
        int width = GemmKernel.TileColumns<T>();
        int o = 0;
        for (int j = 0; j < columns; j += width)
        {
            int live = Math.Min(width, columns - j);
            for (int d = 0; d < depths; d++)
            {
                Span<T> target = packed.AsSpan(o, width);
                b.Slice(((depth + d) * stride) + column + j, live).CopyTo(target);
                target[live..].Clear();
                o += width;
            }
        }
    }

    private static void Require(long needed, int length, string name)
    {
        if (length < needed)
        {
            throw new ArgumentException($"{name} holds {length} values where its shape needs {needed}.", name);
        }
    }
}
