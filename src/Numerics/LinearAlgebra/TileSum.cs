#pragma warning disable RS0030 // Vector512 here: the width of a register shows in no sum (ADR 0011)
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Research.Numerics.LinearAlgebra;

/// <summary>How the sums of a tile begin, go on and end: floats fused from zero and added to C (ADR 0023), doubles unfused from C itself.</summary>
/// <remarks>C is what its memory holds, or a value for each row where <c>start</c> is given; then its memory is not read.</remarks>
internal static unsafe class TileSum
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Begin256<T>(T* start, int row, T* c)
        where T : unmanaged => typeof(T) == typeof(float) ? Vector256<T>.Zero : C256(start, row, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Begin512<T>(T* start, int row, T* c)
        where T : unmanaged => typeof(T) == typeof(float) ? Vector512<T>.Zero : C512(start, row, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Add<T>(Vector256<T> sum, Vector256<T> a, Vector256<T> b)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? Fused.MultiplyAdd(a.AsSingle(), b.AsSingle(), sum.AsSingle()).As<float, T>() : sum + (a * b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Add<T>(Vector512<T> sum, Vector512<T> a, Vector512<T> b)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? Fused.MultiplyAdd(a.AsSingle(), b.AsSingle(), sum.AsSingle()).As<float, T>() : sum + (a * b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void End<T>(Vector256<T> sum, T* start, int row, T* c)
        where T : unmanaged => (typeof(T) == typeof(float) ? C256(start, row, c) + sum : sum).Store(c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void End<T>(Vector512<T> sum, T* start, int row, T* c)
        where T : unmanaged => (typeof(T) == typeof(float) ? C512(start, row, c) + sum : sum).Store(c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> C256<T>(T* start, int row, T* c)
        where T : unmanaged => start == null ? Vector256.Load(c) : Vector256.Create(start[row]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> C512<T>(T* start, int row, T* c)
        where T : unmanaged => start == null ? Vector512.Load(c) : Vector512.Create(start[row]);
}
