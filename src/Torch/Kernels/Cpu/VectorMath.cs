using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Research.Numerics;

namespace Research.Torch.Kernels.Cpu;

/// <summary>Elementary functions of eight floats at a time, from fused multiply-add, multiply, add and divide alone: the same bits everywhere.</summary>
/// <remarks>Polynomials of Moshier's Cephes (single precision); errors below 2.3 ulp, checked against PortableMath in double.</remarks>
internal static class VectorMath
{
    private const float Log2OfE = 1.44269504088896341f;
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;
    private const float LargestExp = 89f; // above, infinite
    private const float SmallestExp = -104f; // below, zero

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        Vector256<float> t = Vector256.Min(Vector256.Max(x, Vector256.Create(SmallestExp)), Vector256.Create(LargestExp));
        Vector256<float> n = Vector256.Floor(Fused.MultiplyAdd(t, Vector256.Create(Log2OfE), Vector256.Create(0.5f)));
        Vector256<float> r = Fused.MultiplyAdd(n, Vector256.Create(-Ln2High), t);
        r = Fused.MultiplyAdd(n, Vector256.Create(-Ln2Low), r);
        Vector256<float> y = Vector256.Create(1.9875691500e-4f);
        y = Fused.MultiplyAdd(y, r, Vector256.Create(1.3981999507e-3f));
        y = Fused.MultiplyAdd(y, r, Vector256.Create(8.3334519073e-3f));
        y = Fused.MultiplyAdd(y, r, Vector256.Create(4.1665795894e-2f));
        y = Fused.MultiplyAdd(y, r, Vector256.Create(1.6666665459e-1f));
        y = Fused.MultiplyAdd(y, r, Vector256.Create(5.0000001201e-1f));
        y = Fused.MultiplyAdd(y, r * r, r) + Vector256<float>.One;

        // 2ⁿ in two factors, so that neither leaves the normal range before the product does.
        Vector256<int> whole = Vector256.ConvertToInt32(n);
        Vector256<int> half = Vector256.ShiftRightArithmetic(whole, 1);
        Vector256<float> result = y * PowerOfTwo(half) * PowerOfTwo(whole - half);
        return Vector256.ConditionalSelect(Vector256.Equals(x, x), result, x); // NaN stays
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x)
    {
        Vector256<float> e = Exp(-Vector256.Abs(x));
        Vector256<float> above = Vector256.ConditionalSelect(
            Vector256.LessThan(x, Vector256<float>.Zero),
            e,
            Vector256<float>.One
        );
        return above / (Vector256<float>.One + e);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        Vector256<float> size = Vector256.Abs(x);
        Vector256<float> e = Exp(size + size);
        Vector256<float> large = Vector256<float>.One - (Vector256.Create(2f) / (e + Vector256<float>.One));
        large = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), -large, large);
        Vector256<float> z = x * x;
        Vector256<float> y = Vector256.Create(-5.70498872745e-3f);
        y = Fused.MultiplyAdd(y, z, Vector256.Create(2.06390887954e-2f));
        y = Fused.MultiplyAdd(y, z, Vector256.Create(-5.37397155531e-2f));
        y = Fused.MultiplyAdd(y, z, Vector256.Create(1.33314422036e-1f));
        y = Fused.MultiplyAdd(y, z, Vector256.Create(-3.33332819422e-1f));
        Vector256<float> small = Fused.MultiplyAdd(y * z, x, x);
        return Vector256.ConditionalSelect(Vector256.LessThan(size, Vector256.Create(0.625f)), small, large);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x)
    {
        // Subnormals are scaled into the normal range first.
        Vector256<float> tiny = Vector256.LessThan(x, Vector256.Create(1.17549435e-38f));
        Vector256<float> scaled = Vector256.ConditionalSelect(tiny, x * Vector256.Create(8388608f), x);
        Vector256<int> bits = scaled.AsInt32();
        Vector256<int> exponent = Vector256.ShiftRightArithmetic(bits, 23) - Vector256.Create(126);
        exponent -= Vector256.ConditionalSelect(tiny.AsInt32(), Vector256.Create(23), Vector256<int>.Zero);
        Vector256<float> m = ((bits & Vector256.Create(0x007fffff)) | Vector256.Create(0x3f000000)).AsSingle();
        Vector256<float> low = Vector256.LessThan(m, Vector256.Create(0.707106781186547524f));
        exponent += low.AsInt32(); // a true lane is -1
        m = Vector256.ConditionalSelect(low, m + m, m) - Vector256<float>.One;
        Vector256<float> e = Vector256.ConvertToSingle(exponent);
        Vector256<float> z = m * m;
        Vector256<float> y = Vector256.Create(7.0376836292e-2f);
        y = Fused.MultiplyAdd(y, m, Vector256.Create(-1.1514610310e-1f));
        y = Fused.MultiplyAdd(y, m, Vector256.Create(1.1676998740e-1f));
        y = Fused.MultiplyAdd(y, m, Vector256.Create(-1.2420140846e-1f));
        y = Fused.MultiplyAdd(y, m, Vector256.Create(1.4249322787e-1f));
        y = Fused.MultiplyAdd(y, m, Vector256.Create(-1.6668057665e-1f));
        y = Fused.MultiplyAdd(y, m, Vector256.Create(2.0000714765e-1f));
        y = Fused.MultiplyAdd(y, m, Vector256.Create(-2.4999993993e-1f));
        y = Fused.MultiplyAdd(y, m, Vector256.Create(3.3333331174e-1f));
        y = Fused.MultiplyAdd(e, Vector256.Create(Ln2Low), y * m * z);
        y = Fused.MultiplyAdd(z, Vector256.Create(-0.5f), y);
        Vector256<float> result = Fused.MultiplyAdd(e, Vector256.Create(Ln2High), m + y);
        return Edges(x, result);
    }

    private static Vector256<float> Edges(Vector256<float> x, Vector256<float> result)
    {
        Vector256<float> infinite = Vector256.Create(float.PositiveInfinity);
        result = Vector256.ConditionalSelect(Vector256.Equals(x, infinite), infinite, result);
        result = Vector256.ConditionalSelect(Vector256.Equals(x, Vector256<float>.Zero), -infinite, result);
        Vector256<float> valid = Vector256.GreaterThanOrEqual(x, Vector256<float>.Zero);
        return Vector256.ConditionalSelect(valid, result, Vector256.Create(float.NaN));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> PowerOfTwo(Vector256<int> n) => Vector256.ShiftLeft(n + Vector256.Create(127), 23).AsSingle();
}
