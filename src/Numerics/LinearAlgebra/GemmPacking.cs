using System.Runtime.CompilerServices;

namespace Research.Numerics.LinearAlgebra;

/// <summary>The left factor as tiles read it: the rows of a tile side by side, all of one k together.</summary>
internal static unsafe class GemmPacking
{
    private const int CacheLine = 16; // floats

    /// <summary>Packs rows of a block of k; rows that fill up the last tile are zeros.</summary>
    /// <param name="target">[tiles][depths][tileRows].</param>
    public static void Left<T>(MatrixView<T> a, int rows, int depths, int tileRows, T* target)
        where T : unmanaged
    {
        for (int row = 0; row < rows; row += tileRows, target += (nint)depths * tileRows)
        {
            int live = Math.Min(tileRows, rows - row);
            if (live < tileRows)
            {
                new Span<T>(target, depths * tileRows).Clear();
            }

            Tile(a.From(row, 0), live, depths, tileRows, target);
        }
    }

    // A few columns at a time, so that what is read and written stays in the nearest cache.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile<T>(MatrixView<T> a, int rows, int depths, int tileRows, T* target)
        where T : unmanaged
    {
        for (int first = 0; first < depths; first += CacheLine)
        {
            int count = Math.Min(CacheLine, depths - first);
            for (int r = 0; r < rows; r++)
            {
                T* source = a.Data + (first * a.ColumnStride) + (r * a.RowStride);
                T* to = target + ((nint)first * tileRows) + r;
                for (int d = 0; d < count; d++)
                {
                    to[d * tileRows] = source[d * a.ColumnStride];
                }
            }
        }
    }
}
