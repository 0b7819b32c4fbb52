namespace Research.Numerics;

public static partial class PortableMath
{
    private const int LogTableStart = 90; // 90/128 < √½ and 182/128 > √2
    private const int LogTableEnd = 182;

    // ln 2 in two doubles, the first of 42 bits so that k·first is exact.
    private const double Ln2High42 = 0.6931471805598903;
    private const double Ln2Low42 = 5.497923018708371e-14;
    private static readonly DoubleDouble InverseLn10 = new(0.4342944819032518, 1.098319650216765e-17);
    private static readonly DoubleDouble[] LogTable = MakeLogTable();

    /// <summary>Decimal logarithm; exact at powers of ten.</summary>
    public static double Log10(double x) => x > 0 && x < double.PositiveInfinity ? (LogExtended(x) * InverseLn10).Value : Log(x);

    /// <summary>log(1 + x), accurate for small x.</summary>
    public static double Log1p(double x)
    {
        if (!(x > -1 && x < double.PositiveInfinity) || x == 0)
        {
            return x == 0 ? x : Log(1 + x);
        }

        DoubleDouble argument = DoubleDouble.Sum(1, x);
        return (LogExtended(argument.Hi) + (argument.Lo / argument.Hi)).Value;
    }

    /// <summary>log x to about 70 bits; x is finite and positive.</summary>
    /// <remarks>x = 2^k·m; d = i/128 nearest to m; log m = log d + log(1 + (m − d)/d).</remarks>
    private static DoubleDouble LogExtended(double x)
    {
        (double m, int k) = Decompose(x);
        int i = (int)((m * 128) + 0.5);
        double d = i / 128.0;
        DoubleDouble ratio = new DoubleDouble(m - d, 0) / new DoubleDouble(d, 0);
        DoubleDouble exponent = DoubleDouble.SumOrdered(k * Ln2High42, k * Ln2Low42);
        return exponent + LogTable[i - LogTableStart] + LogOnePlus(ratio);
    }

    // x = m·2^k with √½ ≤ m < √2.
    private static (double M, int K) Decompose(double x)
    {
        int bias = 1023;
        if (x < SmallestNormal)
        {
            x *= 18_014_398_509_481_984; // 2^54
            bias += 54;
        }

        long bits = BitConverter.DoubleToInt64Bits(x);
        int k = (int)(bits >> 52) - bias;
        double m = BitConverter.Int64BitsToDouble((bits & MantissaMask) | OneBits);
        return m > 1.4142135623730951 ? (m / 2, k + 1) : (m, k);
    }

    // log(1 + r) = r − r²/2 + r³/3 − …, |r| < 0.0056: the first two terms extended, the rest in double.
    private static DoubleDouble LogOnePlus(DoubleDouble r)
    {
        double x = r.Hi;
        double tail = 1.0 / 9;
        for (int n = 8; n >= 3; n--)
        {
            tail = (1.0 / n) - (x * tail);
        }

        return r + (r * r * -0.5) + (x * x * x * tail);
    }

    private static DoubleDouble[] MakeLogTable()
    {
        var table = new DoubleDouble[LogTableEnd - LogTableStart + 1];
        for (int i = 0; i < table.Length; i++)
        {
            double d = (LogTableStart + i) / 128.0;
            table[i] = TwiceAtanh(new DoubleDouble(d - 1, 0) / new DoubleDouble(d + 1, 0));
        }

        return table;
    }

    // log d = 2·atanh((d − 1)/(d + 1)) = 2·Σ s^(2n+1)/(2n+1); |s| < 0.18, so 24 terms pass 2^-110.
    private static DoubleDouble TwiceAtanh(DoubleDouble s)
    {
        DoubleDouble square = s * s;
        DoubleDouble sum = new(0, 0);
        for (int n = 24; n >= 0; n--)
        {
            sum = (sum * square) + (new DoubleDouble(1, 0) / new DoubleDouble((2 * n) + 1, 0));
        }

        return sum * s * 2;
    }
}
