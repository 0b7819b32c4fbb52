#pragma warning disable RS0030 // Vector512 here: the width of a register shows in no sum (ADR 0011)
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Research.Numerics.LinearAlgebra;

/// <summary>Eight rows by three 512-bit vectors: 24 sums in 32 registers.</summary>
internal readonly unsafe struct WideTile : ITile
{
    public static int Rows => 8;

    public static int Columns<T>()
        where T : unmanaged => 3 * Vector512<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<T, TLeft, TRight>(int depth, TLeft left, TRight right, T* start, T* c, nint cStride)
        where T : unmanaged
        where TLeft : struct, ILeft<T>
        where TRight : struct, IRight<T>
    {
        int width = Vector512<T>.Count;
        T* a0 = left.Row(0);
        T* a1 = left.Row(1);
        T* a2 = left.Row(2);
        T* a3 = left.Row(3);
        T* a4 = left.Row(4);
        T* a5 = left.Row(5);
        T* a6 = left.Row(6);
        T* a7 = left.Row(7);
        T* row0 = c;
        Vector512<T> c00 = TileSum.Begin512(start, 0, row0);
        Vector512<T> c01 = TileSum.Begin512(start, 0, row0 + width);
        Vector512<T> c02 = TileSum.Begin512(start, 0, row0 + (2 * width));
        T* row1 = c + cStride;
        Vector512<T> c10 = TileSum.Begin512(start, 1, row1);
        Vector512<T> c11 = TileSum.Begin512(start, 1, row1 + width);
        Vector512<T> c12 = TileSum.Begin512(start, 1, row1 + (2 * width));
        T* row2 = c + (2 * cStride);
        Vector512<T> c20 = TileSum.Begin512(start, 2, row2);
        Vector512<T> c21 = TileSum.Begin512(start, 2, row2 + width);
        Vector512<T> c22 = TileSum.Begin512(start, 2, row2 + (2 * width));
        T* row3 = c + (3 * cStride);
        Vector512<T> c30 = TileSum.Begin512(start, 3, row3);
        Vector512<T> c31 = TileSum.Begin512(start, 3, row3 + width);
        Vector512<T> c32 = TileSum.Begin512(start, 3, row3 + (2 * width));
        T* row4 = c + (4 * cStride);
        Vector512<T> c40 = TileSum.Begin512(start, 4, row4);
        Vector512<T> c41 = TileSum.Begin512(start, 4, row4 + width);
        Vector512<T> c42 = TileSum.Begin512(start, 4, row4 + (2 * width));
        T* row5 = c + (5 * cStride);
        Vector512<T> c50 = TileSum.Begin512(start, 5, row5);
        Vector512<T> c51 = TileSum.Begin512(start, 5, row5 + width);
        Vector512<T> c52 = TileSum.Begin512(start, 5, row5 + (2 * width));
        T* row6 = c + (6 * cStride);
        Vector512<T> c60 = TileSum.Begin512(start, 6, row6);
        Vector512<T> c61 = TileSum.Begin512(start, 6, row6 + width);
        Vector512<T> c62 = TileSum.Begin512(start, 6, row6 + (2 * width));
        T* row7 = c + (7 * cStride);
        Vector512<T> c70 = TileSum.Begin512(start, 7, row7);
        Vector512<T> c71 = TileSum.Begin512(start, 7, row7 + width);
        Vector512<T> c72 = TileSum.Begin512(start, 7, row7 + (2 * width));
        for (int k = 0; k < depth; k++)
        {
            nint at = left.At(k);
            T* b = right.At(k);
            Vector512<T> b0 = Vector512.Load(b);
            Vector512<T> b1 = Vector512.Load(b + width);
            Vector512<T> b2 = Vector512.Load(b + (2 * width));
            Vector512<T> x = Vector512.Create(a0[at]);
            c00 = TileSum.Add(c00, x, b0);
            c01 = TileSum.Add(c01, x, b1);
            c02 = TileSum.Add(c02, x, b2);
            x = Vector512.Create(a1[at]);
            c10 = TileSum.Add(c10, x, b0);
            c11 = TileSum.Add(c11, x, b1);
            c12 = TileSum.Add(c12, x, b2);
            x = Vector512.Create(a2[at]);
            c20 = TileSum.Add(c20, x, b0);
            c21 = TileSum.Add(c21, x, b1);
            c22 = TileSum.Add(c22, x, b2);
            x = Vector512.Create(a3[at]);
            c30 = TileSum.Add(c30, x, b0);
            c31 = TileSum.Add(c31, x, b1);
            c32 = TileSum.Add(c32, x, b2);
            x = Vector512.Create(a4[at]);
            c40 = TileSum.Add(c40, x, b0);
            c41 = TileSum.Add(c41, x, b1);
            c42 = TileSum.Add(c42, x, b2);
            x = Vector512.Create(a5[at]);
            c50 = TileSum.Add(c50, x, b0);
            c51 = TileSum.Add(c51, x, b1);
            c52 = TileSum.Add(c52, x, b2);
            x = Vector512.Create(a6[at]);
            c60 = TileSum.Add(c60, x, b0);
            c61 = TileSum.Add(c61, x, b1);
            c62 = TileSum.Add(c62, x, b2);
            x = Vector512.Create(a7[at]);
            c70 = TileSum.Add(c70, x, b0);
            c71 = TileSum.Add(c71, x, b1);
            c72 = TileSum.Add(c72, x, b2);
        }

        TileSum.End(c00, start, 0, row0);
        TileSum.End(c01, start, 0, row0 + width);
        TileSum.End(c02, start, 0, row0 + (2 * width));
        TileSum.End(c10, start, 1, row1);
        TileSum.End(c11, start, 1, row1 + width);
        TileSum.End(c12, start, 1, row1 + (2 * width));
        TileSum.End(c20, start, 2, row2);
        TileSum.End(c21, start, 2, row2 + width);
        TileSum.End(c22, start, 2, row2 + (2 * width));
        TileSum.End(c30, start, 3, row3);
        TileSum.End(c31, start, 3, row3 + width);
        TileSum.End(c32, start, 3, row3 + (2 * width));
        TileSum.End(c40, start, 4, row4);
        TileSum.End(c41, start, 4, row4 + width);
        TileSum.End(c42, start, 4, row4 + (2 * width));
        TileSum.End(c50, start, 5, row5);
        TileSum.End(c51, start, 5, row5 + width);
        TileSum.End(c52, start, 5, row5 + (2 * width));
        TileSum.End(c60, start, 6, row6);
        TileSum.End(c61, start, 6, row6 + width);
        TileSum.End(c62, start, 6, row6 + (2 * width));
        TileSum.End(c70, start, 7, row7);
        TileSum.End(c71, start, 7, row7 + width);
        TileSum.End(c72, start, 7, row7 + (2 * width));
    }
}
