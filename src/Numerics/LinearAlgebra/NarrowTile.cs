#pragma warning disable RS0030 // Vector512 here: the width of a register shows in no sum (ADR 0011)
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Research.Numerics.LinearAlgebra;

/// <summary>Six rows by two 256-bit vectors: 12 sums in 16 registers.</summary>
internal static unsafe class NarrowTile
{
    public const int Rows = 6;
    public const int Vectors = 2;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<T>(int depth, T* a, nint aStride, int lastRow, T* b, T* c, nint cStride)
        where T : unmanaged
    {
        int width = Vector256<T>.Count;
        T* a0 = a;
        T* a1 = a + (Math.Min(1, lastRow) * aStride);
        T* a2 = a + (Math.Min(2, lastRow) * aStride);
        T* a3 = a + (Math.Min(3, lastRow) * aStride);
        T* a4 = a + (Math.Min(4, lastRow) * aStride);
        T* a5 = a + (Math.Min(5, lastRow) * aStride);
        T* row0 = c;
        var c00 = Vector256.Load(row0);
        var c01 = Vector256.Load(row0 + width);
        T* row1 = c + cStride;
        var c10 = Vector256.Load(row1);
        var c11 = Vector256.Load(row1 + width);
        T* row2 = c + (2 * cStride);
        var c20 = Vector256.Load(row2);
        var c21 = Vector256.Load(row2 + width);
        T* row3 = c + (3 * cStride);
        var c30 = Vector256.Load(row3);
        var c31 = Vector256.Load(row3 + width);
        T* row4 = c + (4 * cStride);
        var c40 = Vector256.Load(row4);
        var c41 = Vector256.Load(row4 + width);
        T* row5 = c + (5 * cStride);
        var c50 = Vector256.Load(row5);
        var c51 = Vector256.Load(row5 + width);
        for (int k = 0; k < depth; k++)
        {
            Vector256<T> b0 = Vector256.Load(b);
            Vector256<T> b1 = Vector256.Load(b + width);
            Vector256<T> x = Vector256.Create(a0[k]);
            c00 += x * b0;
            c01 += x * b1;
            x = Vector256.Create(a1[k]);
            c10 += x * b0;
            c11 += x * b1;
            x = Vector256.Create(a2[k]);
            c20 += x * b0;
            c21 += x * b1;
            x = Vector256.Create(a3[k]);
            c30 += x * b0;
            c31 += x * b1;
            x = Vector256.Create(a4[k]);
            c40 += x * b0;
            c41 += x * b1;
            x = Vector256.Create(a5[k]);
            c50 += x * b0;
            c51 += x * b1;
            b += 2 * width;
        }

        c00.Store(row0);
        c01.Store(row0 + width);
        c10.Store(row1);
        c11.Store(row1 + width);
        c20.Store(row2);
        c21.Store(row2 + width);
        c30.Store(row3);
        c31.Store(row3 + width);
        c40.Store(row4);
        c41.Store(row4 + width);
        c50.Store(row5);
        c51.Store(row5 + width);
    }

    /// <summary>The same with the rows of B where the offsets say.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(int depth, float* a, nint aStride, int lastRow, float* data, nint* offsets, float* c, nint cStride)
    {
        int width = Vector256<float>.Count;
        float* a0 = a;
        float* a1 = a + (Math.Min(1, lastRow) * aStride);
        float* a2 = a + (Math.Min(2, lastRow) * aStride);
        float* a3 = a + (Math.Min(3, lastRow) * aStride);
        float* a4 = a + (Math.Min(4, lastRow) * aStride);
        float* a5 = a + (Math.Min(5, lastRow) * aStride);
        float* row0 = c;
        var c00 = Vector256.Load(row0);
        var c01 = Vector256.Load(row0 + width);
        float* row1 = c + cStride;
        var c10 = Vector256.Load(row1);
        var c11 = Vector256.Load(row1 + width);
        float* row2 = c + (2 * cStride);
        var c20 = Vector256.Load(row2);
        var c21 = Vector256.Load(row2 + width);
        float* row3 = c + (3 * cStride);
        var c30 = Vector256.Load(row3);
        var c31 = Vector256.Load(row3 + width);
        float* row4 = c + (4 * cStride);
        var c40 = Vector256.Load(row4);
        var c41 = Vector256.Load(row4 + width);
        float* row5 = c + (5 * cStride);
        var c50 = Vector256.Load(row5);
        var c51 = Vector256.Load(row5 + width);
        for (int k = 0; k < depth; k++)
        {
            float* b = data + offsets[k];
            Vector256<float> b0 = Vector256.Load(b);
            Vector256<float> b1 = Vector256.Load(b + width);
            Vector256<float> x = Vector256.Create(a0[k]);
            c00 += x * b0;
            c01 += x * b1;
            x = Vector256.Create(a1[k]);
            c10 += x * b0;
            c11 += x * b1;
            x = Vector256.Create(a2[k]);
            c20 += x * b0;
            c21 += x * b1;
            x = Vector256.Create(a3[k]);
            c30 += x * b0;
            c31 += x * b1;
            x = Vector256.Create(a4[k]);
            c40 += x * b0;
            c41 += x * b1;
            x = Vector256.Create(a5[k]);
            c50 += x * b0;
            c51 += x * b1;
        }

        c00.Store(row0);
        c01.Store(row0 + width);
        c10.Store(row1);
        c11.Store(row1 + width);
        c20.Store(row2);
        c21.Store(row2 + width);
        c30.Store(row3);
        c31.Store(row3 + width);
        c40.Store(row4);
        c41.Store(row4 + width);
        c50.Store(row5);
        c51.Store(row5 + width);
    }
}
