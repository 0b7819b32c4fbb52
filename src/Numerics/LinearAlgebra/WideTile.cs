#pragma warning disable RS0030 // Vector512 here: the width of a register shows in no sum (ADR 0011)
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Research.Numerics.LinearAlgebra;

/// <summary>Eight rows by three 512-bit vectors: 24 sums in 32 registers.</summary>
internal static unsafe class WideTile
{
    public const int Rows = 8;
    public const int Vectors = 3;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<T>(int depth, T* a, nint aStride, int lastRow, T* b, T* c, nint cStride)
        where T : unmanaged
    {
        int width = Vector512<T>.Count;
        T* a0 = a;
        T* a1 = a + (Math.Min(1, lastRow) * aStride);
        T* a2 = a + (Math.Min(2, lastRow) * aStride);
        T* a3 = a + (Math.Min(3, lastRow) * aStride);
        T* a4 = a + (Math.Min(4, lastRow) * aStride);
        T* a5 = a + (Math.Min(5, lastRow) * aStride);
        T* a6 = a + (Math.Min(6, lastRow) * aStride);
        T* a7 = a + (Math.Min(7, lastRow) * aStride);
        T* row0 = c;
        var c00 = Vector512.Load(row0);
        var c01 = Vector512.Load(row0 + width);
        var c02 = Vector512.Load(row0 + (2 * width));
        T* row1 = c + cStride;
        var c10 = Vector512.Load(row1);
        var c11 = Vector512.Load(row1 + width);
        var c12 = Vector512.Load(row1 + (2 * width));
        T* row2 = c + (2 * cStride);
        var c20 = Vector512.Load(row2);
        var c21 = Vector512.Load(row2 + width);
        var c22 = Vector512.Load(row2 + (2 * width));
        T* row3 = c + (3 * cStride);
        var c30 = Vector512.Load(row3);
        var c31 = Vector512.Load(row3 + width);
        var c32 = Vector512.Load(row3 + (2 * width));
        T* row4 = c + (4 * cStride);
        var c40 = Vector512.Load(row4);
        var c41 = Vector512.Load(row4 + width);
        var c42 = Vector512.Load(row4 + (2 * width));
        T* row5 = c + (5 * cStride);
        var c50 = Vector512.Load(row5);
        var c51 = Vector512.Load(row5 + width);
        var c52 = Vector512.Load(row5 + (2 * width));
        T* row6 = c + (6 * cStride);
        var c60 = Vector512.Load(row6);
        var c61 = Vector512.Load(row6 + width);
        var c62 = Vector512.Load(row6 + (2 * width));
        T* row7 = c + (7 * cStride);
        var c70 = Vector512.Load(row7);
        var c71 = Vector512.Load(row7 + width);
        var c72 = Vector512.Load(row7 + (2 * width));
        for (int k = 0; k < depth; k++)
        {
            Vector512<T> b0 = Vector512.Load(b);
            Vector512<T> b1 = Vector512.Load(b + width);
            Vector512<T> b2 = Vector512.Load(b + (2 * width));
            Vector512<T> x = Vector512.Create(a0[k]);
            c00 += x * b0;
            c01 += x * b1;
            c02 += x * b2;
            x = Vector512.Create(a1[k]);
            c10 += x * b0;
            c11 += x * b1;
            c12 += x * b2;
            x = Vector512.Create(a2[k]);
            c20 += x * b0;
            c21 += x * b1;
            c22 += x * b2;
            x = Vector512.Create(a3[k]);
            c30 += x * b0;
            c31 += x * b1;
            c32 += x * b2;
            x = Vector512.Create(a4[k]);
            c40 += x * b0;
            c41 += x * b1;
            c42 += x * b2;
            x = Vector512.Create(a5[k]);
            c50 += x * b0;
            c51 += x * b1;
            c52 += x * b2;
            x = Vector512.Create(a6[k]);
            c60 += x * b0;
            c61 += x * b1;
            c62 += x * b2;
            x = Vector512.Create(a7[k]);
            c70 += x * b0;
            c71 += x * b1;
            c72 += x * b2;
            b += 3 * width;
        }

        c00.Store(row0);
        c01.Store(row0 + width);
        c02.Store(row0 + (2 * width));
        c10.Store(row1);
        c11.Store(row1 + width);
        c12.Store(row1 + (2 * width));
        c20.Store(row2);
        c21.Store(row2 + width);
        c22.Store(row2 + (2 * width));
        c30.Store(row3);
        c31.Store(row3 + width);
        c32.Store(row3 + (2 * width));
        c40.Store(row4);
        c41.Store(row4 + width);
        c42.Store(row4 + (2 * width));
        c50.Store(row5);
        c51.Store(row5 + width);
        c52.Store(row5 + (2 * width));
        c60.Store(row6);
        c61.Store(row6 + width);
        c62.Store(row6 + (2 * width));
        c70.Store(row7);
        c71.Store(row7 + width);
        c72.Store(row7 + (2 * width));
    }

    /// <summary>The same with the rows of B where the offsets say.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(int depth, float* a, nint aStride, int lastRow, float* data, nint* offsets, float* c, nint cStride)
    {
        int width = Vector512<float>.Count;
        float* a0 = a;
        float* a1 = a + (Math.Min(1, lastRow) * aStride);
        float* a2 = a + (Math.Min(2, lastRow) * aStride);
        float* a3 = a + (Math.Min(3, lastRow) * aStride);
        float* a4 = a + (Math.Min(4, lastRow) * aStride);
        float* a5 = a + (Math.Min(5, lastRow) * aStride);
        float* a6 = a + (Math.Min(6, lastRow) * aStride);
        float* a7 = a + (Math.Min(7, lastRow) * aStride);
        float* row0 = c;
        var c00 = Vector512.Load(row0);
        var c01 = Vector512.Load(row0 + width);
        var c02 = Vector512.Load(row0 + (2 * width));
        float* row1 = c + cStride;
        var c10 = Vector512.Load(row1);
        var c11 = Vector512.Load(row1 + width);
        var c12 = Vector512.Load(row1 + (2 * width));
        float* row2 = c + (2 * cStride);
        var c20 = Vector512.Load(row2);
        var c21 = Vector512.Load(row2 + width);
        var c22 = Vector512.Load(row2 + (2 * width));
        float* row3 = c + (3 * cStride);
        var c30 = Vector512.Load(row3);
        var c31 = Vector512.Load(row3 + width);
        var c32 = Vector512.Load(row3 + (2 * width));
        float* row4 = c + (4 * cStride);
        var c40 = Vector512.Load(row4);
        var c41 = Vector512.Load(row4 + width);
        var c42 = Vector512.Load(row4 + (2 * width));
        float* row5 = c + (5 * cStride);
        var c50 = Vector512.Load(row5);
        var c51 = Vector512.Load(row5 + width);
        var c52 = Vector512.Load(row5 + (2 * width));
        float* row6 = c + (6 * cStride);
        var c60 = Vector512.Load(row6);
        var c61 = Vector512.Load(row6 + width);
        var c62 = Vector512.Load(row6 + (2 * width));
        float* row7 = c + (7 * cStride);
        var c70 = Vector512.Load(row7);
        var c71 = Vector512.Load(row7 + width);
        var c72 = Vector512.Load(row7 + (2 * width));
        for (int k = 0; k < depth; k++)
        {
            float* b = data + offsets[k];
            Vector512<float> b0 = Vector512.Load(b);
            Vector512<float> b1 = Vector512.Load(b + width);
            Vector512<float> b2 = Vector512.Load(b + (2 * width));
            Vector512<float> x = Vector512.Create(a0[k]);
            c00 += x * b0;
            c01 += x * b1;
            c02 += x * b2;
            x = Vector512.Create(a1[k]);
            c10 += x * b0;
            c11 += x * b1;
            c12 += x * b2;
            x = Vector512.Create(a2[k]);
            c20 += x * b0;
            c21 += x * b1;
            c22 += x * b2;
            x = Vector512.Create(a3[k]);
            c30 += x * b0;
            c31 += x * b1;
            c32 += x * b2;
            x = Vector512.Create(a4[k]);
            c40 += x * b0;
            c41 += x * b1;
            c42 += x * b2;
            x = Vector512.Create(a5[k]);
            c50 += x * b0;
            c51 += x * b1;
            c52 += x * b2;
            x = Vector512.Create(a6[k]);
            c60 += x * b0;
            c61 += x * b1;
            c62 += x * b2;
            x = Vector512.Create(a7[k]);
            c70 += x * b0;
            c71 += x * b1;
            c72 += x * b2;
        }

        c00.Store(row0);
        c01.Store(row0 + width);
        c02.Store(row0 + (2 * width));
        c10.Store(row1);
        c11.Store(row1 + width);
        c12.Store(row1 + (2 * width));
        c20.Store(row2);
        c21.Store(row2 + width);
        c22.Store(row2 + (2 * width));
        c30.Store(row3);
        c31.Store(row3 + width);
        c32.Store(row3 + (2 * width));
        c40.Store(row4);
        c41.Store(row4 + width);
        c42.Store(row4 + (2 * width));
        c50.Store(row5);
        c51.Store(row5 + width);
        c52.Store(row5 + (2 * width));
        c60.Store(row6);
        c61.Store(row6 + width);
        c62.Store(row6 + (2 * width));
        c70.Store(row7);
        c71.Store(row7 + width);
        c72.Store(row7 + (2 * width));
    }
}
