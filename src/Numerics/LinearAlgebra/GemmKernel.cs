using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Research.Numerics.LinearAlgebra;

/// <summary>The innermost tile: 6 rows by two vectors of columns, held in twelve registers while k runs.</summary>
internal static class GemmKernel
{
    public const int TileRows = 6;

    public static int TileColumns<T>() => 2 * Vector256<T>.Count;

    /// <summary>C[6, width] += A panel [depth][6] · B panel [depth][width].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile<T>(int depth, ReadOnlySpan<T> packedA, ReadOnlySpan<T> packedB, Span<T> target, int stride)
        where T : unmanaged
    {
        int width = Vector256<T>.Count;
        ref T a = ref MemoryMarshal.GetReference(packedA);
        ref T b = ref MemoryMarshal.GetReference(packedB);
        ref T c = ref MemoryMarshal.GetReference(target);
        (var c00, var c01) = Load(ref c, 0, width);
        (var c10, var c11) = Load(ref c, stride, width);
        (var c20, var c21) = Load(ref c, 2 * stride, width);
        (var c30, var c31) = Load(ref c, 3 * stride, width);
        (var c40, var c41) = Load(ref c, 4 * stride, width);
        (var c50, var c51) = Load(ref c, 5 * stride, width);
        for (int k = 0; k < depth; k++)
        {
            Vector256<T> b0 = Vector256.LoadUnsafe(ref b);
            Vector256<T> b1 = Vector256.LoadUnsafe(ref b, (nuint)width);
            Vector256<T> x = Vector256.Create(a);
            c00 += x * b0;
            c01 += x * b1;
            x = Vector256.Create(Unsafe.Add(ref a, 1));
            c10 += x * b0;
            c11 += x * b1;
            x = Vector256.Create(Unsafe.Add(ref a, 2));
            c20 += x * b0;
            c21 += x * b1;
            x = Vector256.Create(Unsafe.Add(ref a, 3));
            c30 += x * b0;
            c31 += x * b1;
            x = Vector256.Create(Unsafe.Add(ref a, 4));
            c40 += x * b0;
            c41 += x * b1;
            x = Vector256.Create(Unsafe.Add(ref a, 5));
            c50 += x * b0;
            c51 += x * b1;
            a = ref Unsafe.Add(ref a, TileRows);
            b = ref Unsafe.Add(ref b, 2 * width);
        }

        Store(ref c, 0, width, c00, c01);
        Store(ref c, stride, width, c10, c11);
        Store(ref c, 2 * stride, width, c20, c21);
        Store(ref c, 3 * stride, width, c30, c31);
        Store(ref c, 4 * stride, width, c40, c41);
        Store(ref c, 5 * stride, width, c50, c51);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<T> First, Vector256<T> Second) Load<T>(ref T c, int offset, int width)
        where T : unmanaged => (Vector256.LoadUnsafe(ref c, (nuint)offset), Vector256.LoadUnsafe(ref c, (nuint)(offset + width)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(ref T c, int offset, int width, Vector256<T> first, Vector256<T> second)
        where T : unmanaged
    {
        first.StoreUnsafe(ref c, (nuint)offset);
        second.StoreUnsafe(ref c, (nuint)(offset + width));
    }
}
