#pragma warning disable RS0030 // Vector512 here: the width of a register shows in no sum (ADR 0011)
using System.Runtime.Intrinsics;

namespace Research.Numerics.LinearAlgebra;

/// <summary>The innermost tile: a few rows by a few vectors of columns, held in registers while k runs.</summary>
/// <remarks>The size follows the machine's registers. It decides how many elements are computed together, never the order of one's sum.</remarks>
internal static class GemmKernel
{
    /// <summary>Most elements that a tile has on any machine.</summary>
    public const int LargestTile = 8 * 3 * 16;

    public static bool Wide => Vector512.IsHardwareAccelerated;

    public static int TileRows => Wide ? WideTile.Rows : NarrowTile.Rows;

    public static int TileColumns<T>()
        where T : unmanaged => Wide ? WideTile.Vectors * Vector512<T>.Count : NarrowTile.Vectors * Vector256<T>.Count;

    /// <summary>C += A rows · B panel.</summary>
    /// <param name="a">The first row; the next ones follow by <paramref name="aStride"/>; k runs along memory.</param>
    /// <param name="lastRow">Index of the last row that exists; rows below repeat it.</param>
    /// <param name="b">Panel [depth][TileColumns].</param>
    /// <param name="c">Tile of TileRows rows by TileColumns columns; rows follow by <paramref name="cStride"/>.</param>
    public static unsafe void Tile<T>(int depth, T* a, nint aStride, int lastRow, T* b, T* c, nint cStride)
        where T : unmanaged
    {
        if (Wide)
        {
            WideTile.Run(depth, a, aStride, lastRow, b, c, cStride);
        }
        else
        {
            NarrowTile.Run(depth, a, aStride, lastRow, b, c, cStride);
        }
    }

    /// <summary>C += A rows · rows of B that begin at data + offsets[k] and are TileColumns wide.</summary>
    public static unsafe void Tile(
        int depth,
        float* a,
        nint aStride,
        int lastRow,
        float* data,
        nint* offsets,
        float* c,
        nint cStride
    )
    {
        if (Wide)
        {
            WideTile.Run(depth, a, aStride, lastRow, data, offsets, c, cStride);
        }
        else
        {
            NarrowTile.Run(depth, a, aStride, lastRow, data, offsets, c, cStride);
        }
    }
}
