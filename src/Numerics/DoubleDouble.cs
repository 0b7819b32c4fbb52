using System.Runtime.CompilerServices;

namespace Research.Numerics;

/// <summary>An unevaluated sum Hi + Lo of two doubles: about 106 significant bits from + − × ÷ √ alone.</summary>
/// <remarks>
/// Error-free transformations: Dekker (1971), "A floating-point technique for extending the available precision";
/// Knuth, TAOCP 2, section 4.2.2. Products are split (Veltkamp), not fused, so that every CPU gives the same bits.
/// Valid while no intermediate product exceeds 2^996 and no error term underflows.
/// </remarks>
internal readonly record struct DoubleDouble(double Hi, double Lo)
{
    private const double Splitter = 134_217_729; // 2^27 + 1

    public double Value => Hi + Lo;

    /// <summary>a + b exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble Sum(double a, double b)
    {
        double sum = a + b;
        double shadow = sum - a;
        return new(sum, (a - (sum - shadow)) + (b - shadow));
    }

    /// <summary>a + b exactly, where |a| ≥ |b| or a = 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble SumOrdered(double a, double b)
    {
        double sum = a + b;
        return new(sum, b - (sum - a));
    }

    /// <summary>a · b exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble Product(double a, double b)
    {
        (double aHigh, double aLow) = Split(a);
        (double bHigh, double bLow) = Split(b);
        double product = a * b;
        return new(product, (((aHigh * bHigh) - product) + (aHigh * bLow) + (aLow * bHigh)) + (aLow * bLow));
    }

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        DoubleDouble high = Sum(a.Hi, b.Hi);
        DoubleDouble low = Sum(a.Lo, b.Lo);
        DoubleDouble first = SumOrdered(high.Hi, high.Lo + low.Hi);
        return SumOrdered(first.Hi, first.Lo + low.Lo);
    }

    public static DoubleDouble operator +(DoubleDouble a, double b)
    {
        DoubleDouble high = Sum(a.Hi, b);
        return SumOrdered(high.Hi, high.Lo + a.Lo);
    }

    public static DoubleDouble operator -(DoubleDouble a) => new(-a.Hi, -a.Lo);

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + (-b);

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        DoubleDouble high = Product(a.Hi, b.Hi);
        return SumOrdered(high.Hi, high.Lo + ((a.Hi * b.Lo) + (a.Lo * b.Hi)));
    }

    public static DoubleDouble operator *(DoubleDouble a, double b)
    {
        DoubleDouble high = Product(a.Hi, b);
        return SumOrdered(high.Hi, high.Lo + (a.Lo * b));
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        double quotient = a.Hi / b.Hi;
        DoubleDouble rest = a - (b * quotient);
        return SumOrdered(quotient, rest.Value / b.Hi);
    }

    /// <summary>√a by one Newton step on the rounded root.</summary>
    public static DoubleDouble Sqrt(DoubleDouble a)
    {
        double root = Math.Sqrt(a.Hi);
        DoubleDouble rest = a - Product(root, root);
        return SumOrdered(root, rest.Value / (2 * root));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (double High, double Low) Split(double a)
    {
        double scaled = Splitter * a;
        double high = scaled - (scaled - a);
        return (high, a - high);
    }
}
