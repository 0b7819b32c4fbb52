using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Research.Numerics;

/// <summary>a·b + c of floats with one rounding, from double arithmetic, for CPUs without the instruction.</summary>
/// <remarks>
/// <para>The product of two floats is exact in double (24 + 24 bits). The sum with c is rounded to odd: where it is not exact, its last
/// bit is set to one, below any bit that a float has. Rounding that to float gives what rounding the exact sum gives, because a double
/// has more than two bits more than a float, subnormal or not. Source: Boldo and Melquiond (2008), "Emulation of a FMA and correctly
/// rounded sums: proved algorithms using rounding to odd", IEEE Transactions on Computers 57(4).</para>
/// <para>No sum overflows or underflows in double, so infinities, NaN and signed zeros come out as IEEE 754 has them by themselves.</para>
/// </remarks>
internal static class FusedEmulation
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> c)
    {
        (Vector256<double> a0, Vector256<double> a1) = Vector256.Widen(a);
        (Vector256<double> b0, Vector256<double> b1) = Vector256.Widen(b);
        (Vector256<double> c0, Vector256<double> c1) = Vector256.Widen(c);
        return Vector256.Narrow(SumToOdd(a0 * b0, c0), SumToOdd(a1 * b1, c1));
    }

    public static float MultiplyAdd(float a, float b, float c) =>
        (float)SumToOdd(Vector256.CreateScalar((double)a * b), Vector256.CreateScalar((double)c)).ToScalar();

    // p + c: truncated, then the last bit is set where something was lost. The error of a rounded sum is exact (Knuth's TwoSum).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SumToOdd(Vector256<double> p, Vector256<double> c)
    {
        Vector256<double> sum = p + c;
        Vector256<double> other = sum - p;
        Vector256<double> error = (p - (sum - other)) + (c - other);
        Vector256<long> below = Vector256.LessThan(error, Vector256<double>.Zero).AsInt64();
        Vector256<long> above = Vector256.GreaterThan(error, Vector256<double>.Zero).AsInt64(); // neither, of an infinity or NaN
        Vector256<long> inexact = below | above;
        Vector256<long> negative = Vector256.LessThan(sum, Vector256<double>.Zero).AsInt64();
        Vector256<long> tooLarge = inexact & (below ^ negative); // rounded away from zero; a true lane is -1
        return ((sum.AsInt64() + tooLarge) | (inexact & Vector256<long>.One)).AsDouble();
    }
}
