#pragma warning disable RS0030 // the one file that names the instructions (ADR 0023)
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Research.Numerics;

/// <summary>a·b + c of floats with one rounding: fusedMultiplyAdd of IEEE 754-2008, section 5.4.1.</summary>
/// <remarks>
/// The CPU's instruction where it has one, <see cref="FusedEmulation"/> where it has not: the same bits, but for the payload of a NaN.
/// Never the C library's function, which some versions get wrong. Oracle: exact rational arithmetic.
/// </remarks>
public static class Fused
{
    /// <summary>Whether the CPU has the instruction.</summary>
    public static bool InHardware => Fma.IsSupported || AdvSimd.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> a, Vector512<float> b, Vector512<float> c) =>
        Avx512F.IsSupported
            ? Avx512F.FusedMultiplyAdd(a, b, c)
            : Vector512.Create(
                MultiplyAdd(a.GetLower(), b.GetLower(), c.GetLower()),
                MultiplyAdd(a.GetUpper(), b.GetUpper(), c.GetUpper())
            );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> c)
    {
        if (Fma.IsSupported)
        {
            return Fma.MultiplyAdd(a, b, c);
        }

        return AdvSimd.IsSupported
            ? Vector256.Create(
                AdvSimd.FusedMultiplyAdd(c.GetLower(), a.GetLower(), b.GetLower()),
                AdvSimd.FusedMultiplyAdd(c.GetUpper(), a.GetUpper(), b.GetUpper())
            )
            : FusedEmulation.MultiplyAdd(a, b, c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyAdd(float a, float b, float c)
    {
        if (Fma.IsSupported)
        {
            return Fma.MultiplyAddScalar(Scalar(a), Scalar(b), Scalar(c)).ToScalar();
        }

        return AdvSimd.IsSupported
            ? AdvSimd.FusedMultiplyAdd(Lane(c), Lane(a), Lane(b)).ToScalar()
            : FusedEmulation.MultiplyAdd(a, b, c);
    }

    private static Vector128<float> Scalar(float x) => Vector128.CreateScalarUnsafe(x);

    private static Vector64<float> Lane(float x) => Vector64.CreateScalar(x); // zeros beside it: no trap, no denormal
}
