using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Research.Numerics.LinearAlgebra;

/// <summary>Twelve rows by one 256-bit vector: 12 sums in 16 registers, for products of few columns.</summary>
internal readonly unsafe struct SlimTile : ITile
{
    public static int Rows => 12;

    public static int Columns<T>()
        where T : unmanaged => Vector256<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<T, TLeft, TRight>(int depth, TLeft left, TRight right, T* start, T* c, nint cStride)
        where T : unmanaged
        where TLeft : struct, ILeft<T>
        where TRight : struct, IRight<T>
    {
        T* a0 = left.Row(0);
        T* a1 = left.Row(1);
        T* a2 = left.Row(2);
        T* a3 = left.Row(3);
        T* a4 = left.Row(4);
        T* a5 = left.Row(5);
        T* a6 = left.Row(6);
        T* a7 = left.Row(7);
        T* a8 = left.Row(8);
        T* a9 = left.Row(9);
        T* a10 = left.Row(10);
        T* a11 = left.Row(11);
        T* row0 = c;
        Vector256<T> c00 = TileSum.Begin256(start, 0, row0);
        T* row1 = c + cStride;
        Vector256<T> c10 = TileSum.Begin256(start, 1, row1);
        T* row2 = c + (2 * cStride);
        Vector256<T> c20 = TileSum.Begin256(start, 2, row2);
        T* row3 = c + (3 * cStride);
        Vector256<T> c30 = TileSum.Begin256(start, 3, row3);
        T* row4 = c + (4 * cStride);
        Vector256<T> c40 = TileSum.Begin256(start, 4, row4);
        T* row5 = c + (5 * cStride);
        Vector256<T> c50 = TileSum.Begin256(start, 5, row5);
        T* row6 = c + (6 * cStride);
        Vector256<T> c60 = TileSum.Begin256(start, 6, row6);
        T* row7 = c + (7 * cStride);
        Vector256<T> c70 = TileSum.Begin256(start, 7, row7);
        T* row8 = c + (8 * cStride);
        Vector256<T> c80 = TileSum.Begin256(start, 8, row8);
        T* row9 = c + (9 * cStride);
        Vector256<T> c90 = TileSum.Begin256(start, 9, row9);
        T* row10 = c + (10 * cStride);
        Vector256<T> c100 = TileSum.Begin256(start, 10, row10);
        T* row11 = c + (11 * cStride);
        Vector256<T> c110 = TileSum.Begin256(start, 11, row11);
        for (int k = 0; k < depth; k++)
        {
            nint at = left.At(k);
            T* b = right.At(k);
            Vector256<T> b0 = Vector256.Load(b);
            Vector256<T> x = Vector256.Create(a0[at]);
            c00 = TileSum.Add(c00, x, b0);
            x = Vector256.Create(a1[at]);
            c10 = TileSum.Add(c10, x, b0);
            x = Vector256.Create(a2[at]);
            c20 = TileSum.Add(c20, x, b0);
            x = Vector256.Create(a3[at]);
            c30 = TileSum.Add(c30, x, b0);
            x = Vector256.Create(a4[at]);
            c40 = TileSum.Add(c40, x, b0);
            x = Vector256.Create(a5[at]);
            c50 = TileSum.Add(c50, x, b0);
            x = Vector256.Create(a6[at]);
            c60 = TileSum.Add(c60, x, b0);
            x = Vector256.Create(a7[at]);
            c70 = TileSum.Add(c70, x, b0);
            x = Vector256.Create(a8[at]);
            c80 = TileSum.Add(c80, x, b0);
            x = Vector256.Create(a9[at]);
            c90 = TileSum.Add(c90, x, b0);
            x = Vector256.Create(a10[at]);
            c100 = TileSum.Add(c100, x, b0);
            x = Vector256.Create(a11[at]);
            c110 = TileSum.Add(c110, x, b0);
        }

        TileSum.End(c00, start, 0, row0);
        TileSum.End(c10, start, 1, row1);
        TileSum.End(c20, start, 2, row2);
        TileSum.End(c30, start, 3, row3);
        TileSum.End(c40, start, 4, row4);
        TileSum.End(c50, start, 5, row5);
        TileSum.End(c60, start, 6, row6);
        TileSum.End(c70, start, 7, row7);
        TileSum.End(c80, start, 8, row8);
        TileSum.End(c90, start, 9, row9);
        TileSum.End(c100, start, 10, row10);
        TileSum.End(c110, start, 11, row11);
    }
}
