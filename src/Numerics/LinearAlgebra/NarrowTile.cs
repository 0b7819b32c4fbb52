using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Research.Numerics.LinearAlgebra;

/// <summary>Six rows by two 256-bit vectors: 12 sums in 16 registers.</summary>
internal readonly unsafe struct NarrowTile : ITile
{
    public static int Rows => 6;

    public static int Columns<T>()
        where T : unmanaged => 2 * Vector256<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<T, TLeft, TRight>(int depth, TLeft left, TRight right, T* start, T* c, nint cStride)
        where T : unmanaged
        where TLeft : struct, ILeft<T>
        where TRight : struct, IRight<T>
    {
        int width = Vector256<T>.Count;
        T* a0 = left.Row(0);
        T* a1 = left.Row(1);
        T* a2 = left.Row(2);
        T* a3 = left.Row(3);
        T* a4 = left.Row(4);
        T* a5 = left.Row(5);
        T* row0 = c;
        Vector256<T> c00 = TileSum.Begin256(start, 0, row0);
        Vector256<T> c01 = TileSum.Begin256(start, 0, row0 + width);
        T* row1 = c + cStride;
        Vector256<T> c10 = TileSum.Begin256(start, 1, row1);
        Vector256<T> c11 = TileSum.Begin256(start, 1, row1 + width);
        T* row2 = c + (2 * cStride);
        Vector256<T> c20 = TileSum.Begin256(start, 2, row2);
        Vector256<T> c21 = TileSum.Begin256(start, 2, row2 + width);
        T* row3 = c + (3 * cStride);
        Vector256<T> c30 = TileSum.Begin256(start, 3, row3);
        Vector256<T> c31 = TileSum.Begin256(start, 3, row3 + width);
        T* row4 = c + (4 * cStride);
        Vector256<T> c40 = TileSum.Begin256(start, 4, row4);
        Vector256<T> c41 = TileSum.Begin256(start, 4, row4 + width);
        T* row5 = c + (5 * cStride);
        Vector256<T> c50 = TileSum.Begin256(start, 5, row5);
        Vector256<T> c51 = TileSum.Begin256(start, 5, row5 + width);
        for (int k = 0; k < depth; k++)
        {
            nint at = left.At(k);
            T* b = right.At(k);
            Vector256<T> b0 = Vector256.Load(b);
            Vector256<T> b1 = Vector256.Load(b + width);
            Vector256<T> x = Vector256.Create(a0[at]);
            c00 = TileSum.Add(c00, x, b0);
            c01 = TileSum.Add(c01, x, b1);
            x = Vector256.Create(a1[at]);
            c10 = TileSum.Add(c10, x, b0);
            c11 = TileSum.Add(c11, x, b1);
            x = Vector256.Create(a2[at]);
            c20 = TileSum.Add(c20, x, b0);
            c21 = TileSum.Add(c21, x, b1);
            x = Vector256.Create(a3[at]);
            c30 = TileSum.Add(c30, x, b0);
            c31 = TileSum.Add(c31, x, b1);
            x = Vector256.Create(a4[at]);
            c40 = TileSum.Add(c40, x, b0);
            c41 = TileSum.Add(c41, x, b1);
            x = Vector256.Create(a5[at]);
            c50 = TileSum.Add(c50, x, b0);
            c51 = TileSum.Add(c51, x, b1);
        }

        TileSum.End(c00, start, 0, row0);
        TileSum.End(c01, start, 0, row0 + width);
        TileSum.End(c10, start, 1, row1);
        TileSum.End(c11, start, 1, row1 + width);
        TileSum.End(c20, start, 2, row2);
        TileSum.End(c21, start, 2, row2 + width);
        TileSum.End(c30, start, 3, row3);
        TileSum.End(c31, start, 3, row3 + width);
        TileSum.End(c40, start, 4, row4);
        TileSum.End(c41, start, 4, row4 + width);
        TileSum.End(c50, start, 5, row5);
        TileSum.End(c51, start, 5, row5 + width);
    }
}
