namespace Research.Numerics;

public static partial class PortableMath
{
    private static readonly DoubleDouble OneSixth = new DoubleDouble(1, 0) / new DoubleDouble(6, 0);

    /// <summary>Sine of x radians.</summary>
    public static double Sin(double x) => QuarterTurn(x, 0);

    /// <summary>Cosine of x radians.</summary>
    public static double Cos(double x) => QuarterTurn(x, 1);

    /// <summary>Tangent of x radians.</summary>
    public static double Tan(double x)
    {
        if (!double.IsFinite(x) || x == 0)
        {
            return x == 0 ? x : double.NaN;
        }

        (DoubleDouble r, int quadrant) = PiReduction.Reduce(x);
        DoubleDouble sin = SinKernel(r);
        DoubleDouble cos = CosKernel(r);
        return (quadrant % 2 == 0 ? sin / cos : -(cos / sin)).Value;
    }

    // sin(x + turns·π/2).
    private static double QuarterTurn(double x, int turns)
    {
        if (!double.IsFinite(x) || x == 0)
        {
            return x != 0 ? double.NaN
                : turns == 0 ? x
                : 1;
        }

        (DoubleDouble r, int quadrant) = PiReduction.Reduce(x);
        int turn = (quadrant + turns) % 4;
        double value = (turn % 2 == 0 ? SinKernel(r) : CosKernel(r)).Value;
        return turn >= 2 ? -value : value;
    }

    // sin r = r − r³/6 + r⁵·S(r²), |r| ≤ π/4; the cubic term extended, S near-minimax.
    private static DoubleDouble SinKernel(DoubleDouble r)
    {
        if (Math.Abs(r.Hi) < 1e-10)
        {
            return r; // r³/6 is below 2^-67 of r
        }

        DoubleDouble square = r * r;
        double z = square.Hi;
        double s = -7.586636882825159e-13;
        s = (s * z) + 1.6058530596645953e-10;
        s = (s * z) + -2.50521062259944e-08;
        s = (s * z) + 2.755731921932058e-06;
        s = (s * z) + -0.0001984126984126504;
        s = (s * z) + 0.008333333333333331;
        return r - (square * r * OneSixth) + (z * z * r.Hi * s);
    }

    // cos r = 1 − r²/2 + r⁴·C(r²), |r| ≤ π/4; the square extended, C near-minimax.
    private static DoubleDouble CosKernel(DoubleDouble r)
    {
        DoubleDouble square = Math.Abs(r.Hi) < 1e-100 ? new(0, 0) : r * r;
        double z = square.Hi;
        double c = 4.745838412531023e-14;
        c = (c * z) + -1.1470460319209511e-11;
        c = (c * z) + 2.0876755787492604e-09;
        c = (c * z) + -2.755731922139249e-07;
        c = (c * z) + 2.4801587301584632e-05;
        c = (c * z) + -0.0013888888888888887;
        c = (c * z) + 0.041666666666666664;
        return (square * -0.5) + 1 + (z * z * c);
    }
}
