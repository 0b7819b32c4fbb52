namespace Research.Numerics;

public static partial class PortableMath
{
    private static readonly DoubleDouble[] RootsOfTwo = MakeRootsOfTwo();

    /// <summary>Hyperbolic tangent.</summary>
    /// <remarks>(e^2x − 1)/(e^2x + 1), in extended precision, so that nothing cancels.</remarks>
    public static double Tanh(double x)
    {
        double magnitude = Math.Abs(x);
        if (!(magnitude > 1e-9))
        {
            return x; // x³/3 is below 0.01 ulp; NaN passes
        }

        double tanh = magnitude > 20 ? 1 : TanhOfModerate(magnitude);
        return x < 0 ? -tanh : tanh;
    }

    /// <summary>Logistic function 1/(1 + e^−x).</summary>
    public static double Sigmoid(double x)
    {
        if (!(Math.Abs(x) <= 40))
        {
            return x < 0 ? Exp(x)
                : x > 0 ? 1
                : x; // e^x/(1 + e^x) = e^x to 0.04 ulp
        }

        (DoubleDouble e, int k) = ExpExtended(new(-Math.Abs(x), 0));
        e *= PowerOfTwo(k);
        DoubleDouble numerator = x < 0 ? e : new DoubleDouble(1, 0);
        return (numerator / (e + 1)).Value;
    }

    private static double TanhOfModerate(double x)
    {
        DoubleDouble twice = new(2 * x, 0);
        DoubleDouble expm1;
        if (twice.Hi < 0.005)
        {
            expm1 = Expm1OfSmall(twice);
        }
        else
        {
            (DoubleDouble e, int k) = ExpExtended(twice);
            expm1 = (e * PowerOfTwo(k)) + -1;
        }

        return (expm1 / (expm1 + 2)).Value;
    }

    /// <summary>e^x = result·2^k to about 70 bits; |x| &lt; 800.</summary>
    /// <remarks>x = (n/64)·ln 2 + r; e^x = 2^(n div 64)·2^((n mod 64)/64)·e^r (Tang, 1989, ACM TOMS 15(2)).</remarks>
    private static (DoubleDouble Value, int Exponent) ExpExtended(DoubleDouble x)
    {
        double n = ((x.Hi * (64 * InverseLn2)) + RoundingShift) - RoundingShift;
        DoubleDouble r = DoubleDouble.Sum(x.Hi - (n * (Ln2High / 64)), -(n * (Ln2Low / 64))) + x.Lo;
        int index = (int)n;
        DoubleDouble value = RootsOfTwo[index & 63] * (Expm1OfSmall(r) + 1);
        return (value, index >> 6);
    }

    // e^r − 1 = r + r²/2 + r³/6 + …, |r| < 0.0055: the first two terms extended.
    private static DoubleDouble Expm1OfSmall(DoubleDouble r)
    {
        double x = r.Hi;
        double tail = 1.0 / 40320;
        tail = (tail * x) + (1.0 / 5040);
        tail = (tail * x) + (1.0 / 720);
        tail = (tail * x) + (1.0 / 120);
        tail = (tail * x) + (1.0 / 24);
        tail = (tail * x) + (1.0 / 6);
        return r + (r * r * 0.5) + (x * x * x * tail);
    }

    // 2^(j/64): 2^(1/64) by six square roots, its powers by products.
    private static DoubleDouble[] MakeRootsOfTwo()
    {
        DoubleDouble root = new(2, 0);
        for (int i = 0; i < 6; i++)
        {
            root = DoubleDouble.Sqrt(root);
        }

        var table = new DoubleDouble[64];
        table[0] = new(1, 0);
        for (int j = 1; j < table.Length; j++)
        {
            table[j] = table[j - 1] * root;
        }

        return table;
    }
}
