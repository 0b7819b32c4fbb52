using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Research.Numerics;

public static partial class PortableMath
{
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const long MantissaMask = 0x000F_FFFF_FFFF_FFFF;
    private const long OneBits = 0x3FF0_0000_0000_0000;

    /// <summary>Natural logarithm; log 0 = −∞, NaN below 0.</summary>
    public static double Log(double x) => Log(Vector256.CreateScalarUnsafe(x)).ToScalar();

    /// <summary>Natural logarithm in each lane.</summary>
    /// <remarks>
    /// x = 2^k·(1 + f), √½ ≤ 1 + f &lt; √2; s = f/(2 + f); log(1 + f) = f − f²/2 + s·(f²/2 + R(s²)),
    /// R(z) = z·(2/3 + 2z/5 + …), a near-minimax polynomial (relative error 2^-58 of a term below 0.02).
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log(Vector256<double> x)
    {
        Vector256<double> subnormal = Vector256.LessThan(x, Vector256.Create(SmallestNormal));
        Vector256<double> scaled = Vector256.ConditionalSelect(subnormal, x * Vector256.Create(18_014_398_509_481_984.0), x);
        Vector256<double> shift = Vector256.Create(RoundingShift);
        Vector256<long> bits = scaled.AsInt64();
        Vector256<double> k =
            (Vector256.ShiftRightLogical(bits, 52) + shift.AsInt64()).AsDouble()
            - (shift + Vector256.ConditionalSelect(subnormal, Vector256.Create(1077.0), Vector256.Create(1023.0)));
        Vector256<double> m = ((bits & Vector256.Create(MantissaMask)) | Vector256.Create(OneBits)).AsDouble();
        Vector256<double> above = Vector256.GreaterThan(m, Vector256.Create(1.4142135623730951));
        m = Vector256.ConditionalSelect(above, m * Vector256.Create(0.5), m);
        k += Vector256.ConditionalSelect(above, Vector256<double>.One, Vector256<double>.Zero);
        return WithLogSpecials(x, LogOfReduced(m - Vector256<double>.One, k));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LogOfReduced(Vector256<double> f, Vector256<double> k)
    {
        Vector256<double> s = f / (Vector256.Create(2.0) + f);
        Vector256<double> halfSquare = Vector256.Create(0.5) * f * f;
        Vector256<double> tail = s * (halfSquare + LogTail(s * s));
        Vector256<double> kHigh = k * Vector256.Create(Ln2High);
        Vector256<double> high = kHigh + f;
        Vector256<double> rest = (kHigh - high) + f;
        return high + (rest - (halfSquare - (tail + (k * Vector256.Create(Ln2Low)))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LogTail(Vector256<double> z)
    {
        Vector256<double> zz = z * z;
        Vector256<double> even = Vector256.Create(0.13268714792348096);
        even = (even * zz) + Vector256.Create(0.18181795600060793);
        even = (even * zz) + Vector256.Create(0.28571428570801954);
        even = (even * zz) + Vector256.Create(0.6666666666666666);
        Vector256<double> odd = Vector256.Create(0.1308723619665962);
        odd = (odd * zz) + Vector256.Create(0.15386241881938595);
        odd = (odd * zz) + Vector256.Create(0.22222222392089008);
        odd = (odd * zz) + Vector256.Create(0.4000000000000088);
        return z * (even + (odd * z));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> WithLogSpecials(Vector256<double> x, Vector256<double> log)
    {
        Vector256<double> infinity = Vector256.Create(double.PositiveInfinity);
        Vector256<double> finite = Vector256.LessThan(x, infinity);
        Vector256<double> result = Vector256.ConditionalSelect(finite, log, x); // +∞ and NaN pass through
        result = Vector256.ConditionalSelect(Vector256.Equals(x, Vector256<double>.Zero), -infinity, result);
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<double>.Zero), Vector256.Create(double.NaN), result);
    }
}
