using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Research.Numerics;

/// <summary>Elementary functions from + − × ÷ √ and integer operations only: the same bits on every machine.</summary>
/// <remarks>
/// <para>The platform's own functions change with the C library and the CPU; these do not. Every function in double has an
/// error of at most 1 ulp, results in the subnormal range included; in float, 0.51 ulp (computed in double, rounded once).</para>
/// <para>The vector forms compute four lanes at once; the scalar form is lane 0 of the same code, hence the same bits.</para>
/// <para>Oracle: mpmath, tests/Numerics.Tests/Golden. NaN gives NaN; infinities, zeros and domain errors follow C99 annex F.</para>
/// </remarks>
public static partial class PortableMath
{
    // 1.5·2^52: adding it rounds a double of small magnitude to an integer, which then stands in the low bits.
    private const double RoundingShift = 6_755_399_441_055_744;
    private const double InverseLn2 = 1.4426950408889634;
    private const double Ln2High = 0.6931471803691238; // 32 bits: n·Ln2High is exact for every exponent n
    private const double Ln2Low = 1.9082149292705877e-10;

    /// <summary>e^x.</summary>
    public static double Exp(double x) => Exp(Vector256.CreateScalarUnsafe(x)).ToScalar();

    /// <summary>e^x in each lane.</summary>
    /// <remarks>x = n·ln 2 + r, |r| ≤ ln 2 / 2; e^r = 1 + r + r²·Q(r), Q a near-minimax polynomial (relative error 2^-62).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x)
    {
        x = Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256.Create(710.0)), Vector256.Create(710.0), x);
        x = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(-746.0)), Vector256.Create(-746.0), x);
        Vector256<double> shift = Vector256.Create(RoundingShift);
        Vector256<double> shifted = (x * Vector256.Create(InverseLn2)) + shift;
        Vector256<double> n = shifted - shift;
        Vector256<double> high = x - (n * Vector256.Create(Ln2High));
        Vector256<double> low = n * Vector256.Create(Ln2Low);
        Vector256<double> r = high - low;
        Vector256<double> rest = (high - r) - low;
        Vector256<double> y = OnePlusExpm1(r, rest);
        return Scale(y, shifted.AsInt64() - shift.AsInt64());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> OnePlusExpm1(Vector256<double> r, Vector256<double> rest)
    {
        Vector256<double> z = r * r;
        Vector256<double> q = z * ExpTail(r, z);
        Vector256<double> s = r + q;
        Vector256<double> sRest = ((r - s) + q) + rest;
        Vector256<double> y = Vector256<double>.One + s;
        Vector256<double> yRest = (Vector256<double>.One - y) + s;
        return y + (yRest + sRest);
    }

    // Q(r) by even and odd powers: two short chains instead of one long one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ExpTail(Vector256<double> r, Vector256<double> z)
    {
        Vector256<double> even = Vector256.Create(2.09147553258932e-09);
        even = (even * z) + Vector256.Create(2.755727347871858e-07);
        even = (even * z) + Vector256.Create(2.480158732567746e-05);
        even = (even * z) + Vector256.Create(0.0013888888888883711);
        even = (even * z) + Vector256.Create(0.04166666666666667);
        even = (even * z) + Vector256.Create(0.5);
        Vector256<double> odd = Vector256.Create(2.5105312729622103e-08);
        odd = (odd * z) + Vector256.Create(2.755725517000089e-06);
        odd = (odd * z) + Vector256.Create(0.0001984126987500228);
        odd = (odd * z) + Vector256.Create(0.008333333333326084);
        odd = (odd * z) + Vector256.Create(0.1666666666666667);
        return even + (odd * r);
    }

    // y·2^n in two exact halves, so that only a subnormal or infinite result rounds (once).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Scale(Vector256<double> y, Vector256<long> n)
    {
        Vector256<long> half = Vector256.ShiftRightLogical(n + Vector256.Create(4096L), 1) - Vector256.Create(2048L);
        return (y * PowerOfTwo(half)) * PowerOfTwo(n - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> PowerOfTwo(Vector256<long> n) =>
        Vector256.ShiftLeft(n + Vector256.Create(1023L), 52).AsDouble();

    private static double PowerOfTwo(int n) => BitConverter.Int64BitsToDouble((n + 1023L) << 52);
}
