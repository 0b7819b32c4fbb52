namespace Research.Numerics;

public static partial class PortableMath
{
    /// <summary>x to the power y, with C99's special cases.</summary>
    /// <remarks>exp(y·log|x|) in extended precision.</remarks>
    public static double Pow(double x, double y)
    {
        if (y == 0 || x == 1)
        {
            return 1;
        }

        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        if (x == 0 || double.IsInfinity(x) || double.IsInfinity(y))
        {
            return PowOfSpecial(x, y);
        }

        if (x < 0 && !IsInteger(y))
        {
            return double.NaN;
        }

        double magnitude = PowOfPositive(Math.Abs(x), y);
        return x < 0 && IsOddInteger(y) ? -magnitude : magnitude;
    }

    private static double PowOfPositive(double x, double y)
    {
        if (x == 1)
        {
            return 1; // also where the product below would lose its error term
        }

        DoubleDouble log = LogExtended(x);
        double estimate = log.Hi * y;
        if (!(Math.Abs(estimate) < 760))
        {
            return estimate > 0 ? double.PositiveInfinity : 0;
        }

        if (Math.Abs(y) < 1e-300)
        {
            return 1; // |y·log x| < 1e-297, and the split product would lose its error term
        }

        (DoubleDouble value, int k) = ExpExtended(log * y);
        int half = k / 2;
        return value.Value * PowerOfTwo(half) * PowerOfTwo(k - half);
    }

    private static double PowOfSpecial(double x, double y)
    {
        if (double.IsInfinity(y))
        {
            double magnitude = Math.Abs(x);
            return magnitude == 1 ? 1
                : (magnitude > 1) == (y > 0) ? double.PositiveInfinity
                : 0;
        }

        double result = (x == 0) == (y > 0) ? 0 : double.PositiveInfinity;
        return double.IsNegative(x) && IsOddInteger(y) ? -result : result;
    }

    private static bool IsInteger(double y) => Math.Floor(y) == y;

    private static bool IsOddInteger(double y) => IsInteger(y) && Math.Abs(y) < 9_007_199_254_740_992 && (long)y % 2 != 0;
}
