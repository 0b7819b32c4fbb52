namespace Research.Numerics.Distributions;

/// <summary>The regularised incomplete beta function I_x(a, b).</summary>
/// <remarks>Continued fraction NIST DLMF 8.17.22, evaluated by Lentz's method, with 8.17.4 beyond its fast half. Oracle: scipy, 1e-12.</remarks>
public static class IncompleteBeta
{
    private const double Tiny = 1e-300;

    public static double Of(double a, double b, double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(b);
        if (x <= 0 || x >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        return x > (a + 1) / (a + b + 2) ? 1 - Fast(b, a, 1 - x) : Fast(a, b, x);
    }

    private static double Fast(double a, double b, double x)
    {
        double front = PortableMath.Exp(
            LogGamma.Of(a + b) - LogGamma.Of(a) - LogGamma.Of(b) + (a * PortableMath.Log(x)) + (b * PortableMath.Log1p(-x))
        );
        return front * Fraction(a, b, x) / a;
    }

    private static double Fraction(double a, double b, double x)
    {
        double c = 1;
        double d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        double fraction = d;
        for (int m = 1; m <= 300; m++)
        {
            double even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            fraction *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15)
            {
                break;
            }
        }

        return fraction;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
