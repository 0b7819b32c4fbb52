using System.Runtime.CompilerServices;

namespace Research.Numerics.LinearAlgebra;

/// <summary>One thread's part of a product: blocks that fit the caches, tiles that fit the registers.</summary>
/// <typeparam name="TTile">The innermost tile.</typeparam>
internal static unsafe class GemmBlocks<TTile>
    where TTile : struct, ITile
{
    private const int FewPanels = 2; // that read the left factor too seldom to be worth packing it

    /// <summary>C += A·B, or C = start + A·B.</summary>
    public static void Run<T, TPanels>(
        int m,
        int n,
        int k,
        LeftFactor<T> a,
        TPanels b,
        int firstColumn,
        T* start,
        T* c,
        nint cStride
    )
        where T : unmanaged
        where TPanels : IPanels<T>
    {
        var packed = (T*)GemmBuffers.Own.B;
        int width = TTile.Columns<T>();
        for (int column = 0; column < n; column += GemmBuffers.BlockColumns)
        {
            int columns = Math.Min(GemmBuffers.BlockColumns, n - column);
            for (int depth = 0; depth < k || (depth == 0 && start != null); depth += GemmBuffers.BlockDepth)
            {
                int depths = Math.Min(GemmBuffers.BlockDepth, k - depth);
                b.Pack(depth, depths, firstColumn + column, columns, width, packed);
                Rows(m, columns, depth, depths, a, packed, depth == 0 ? start : null, c + column, cStride);
            }
        }
    }

    private static void Rows<T>(int m, int n, int depth, int depths, LeftFactor<T> a, T* packed, T* start, T* c, nint cStride)
        where T : unmanaged
    {
        var room = (T*)GemmBuffers.Own.A;
        for (int row = 0; row < m; row += GemmBuffers.BlockRows)
        {
            int rows = Math.Min(GemmBuffers.BlockRows, m - row);
            T* own = start == null ? null : start + row;
            T* target = c + (row * cStride);
            MatrixView<T> block = a.View(row, depth);
            if (!a.IsPacked && block.ColumnStride == 1 && n <= FewPanels * TTile.Columns<T>())
            {
                var plain = new PlainLeftBlock<T>(block.Data, block.RowStride);
                plain.Tiles<TTile>(rows, n, depths, packed, own, target, cStride);
                continue;
            }

            T* left = a.IsPacked ? a.Packed(row, depth, depths) : room;
            if (!a.IsPacked)
            {
                GemmPacking.Left(block, rows, depths, TTile.Rows, left);
            }

            var tiles = new PackedLeftBlock<T>(left, depths, TTile.Rows);
            tiles.Tiles<TTile>(rows, n, depths, packed, own, target, cStride);
        }
    }

    /// <summary>All tiles of a block whose right factor is packed already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tiles<T, TBlock, TLeft>(int m, int n, int k, TBlock left, T* packed, T* start, T* c, nint cStride)
        where T : unmanaged
        where TBlock : struct, ILeftTiles<T, TLeft>
        where TLeft : struct, ILeft<T>
    {
        int width = TTile.Columns<T>();
        for (int j = 0; j < n; j += width)
        {
            var right = new PackedRight<T>(packed + ((nint)j * k), width);
            int columns = Math.Min(width, n - j);
            for (int i = 0; i < m; i += TTile.Rows)
            {
                int rows = Math.Min(TTile.Rows, m - i);
                T* own = start == null ? null : start + i;
                Tile<T, TLeft, PackedRight<T>>(k, left.Tile(i, rows), right, rows, columns, own, c + (i * cStride) + j, cStride);
            }
        }
    }

    /// <summary>A tile of which some rows and columns may lie outside of C.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Tile<T, TLeft, TRight>(
        int k,
        TLeft left,
        TRight right,
        int rows,
        int columns,
        T* start,
        T* c,
        nint cStride
    )
        where T : unmanaged
        where TLeft : struct, ILeft<T>
        where TRight : struct, IRight<T>
    {
        if (rows == TTile.Rows && columns == TTile.Columns<T>())
        {
            TTile.Run(k, left, right, start, c, cStride);
        }
        else
        {
            Part(k, left, right, rows, columns, start, c, cStride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Part<T, TLeft, TRight>(
        int k,
        TLeft left,
        TRight right,
        int rows,
        int columns,
        T* start,
        T* c,
        nint cStride
    )
        where T : unmanaged
        where TLeft : struct, ILeft<T>
        where TRight : struct, IRight<T>
    {
        var spare = (T*)GemmBuffers.Own.Tile;
        int width = TTile.Columns<T>();
        T* begin = null;
        if (start == null)
        {
            Copy(c, cStride, spare, width, rows, columns);
        }
        else
        {
            begin = spare + GemmKernel.LargestTile;
            Copy(start, rows, begin, rows, 1, rows);
        }

        TTile.Run(k, left, right, begin, spare, width);
        Copy(spare, width, c, cStride, rows, columns);
    }

    private static void Copy<T>(T* source, nint sourceStride, T* target, nint targetStride, int rows, int columns)
        where T : unmanaged
    {
        for (int r = 0; r < rows; r++)
        {
            new ReadOnlySpan<T>(source + (r * sourceStride), columns).CopyTo(new Span<T>(target + (r * targetStride), columns));
        }
    }
}
