namespace Research.Numerics;

public static partial class PortableMath
{
    private static readonly DoubleDouble Pi = new(3.141592653589793, 1.2246467991473532e-16);
    private static readonly DoubleDouble[] AtanTable = MakeAtanTable();

    /// <summary>Angle of the point (x, y) in radians, from −π to π.</summary>
    public static double Atan2(double y, double x)
    {
        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        double ay = Math.Abs(y);
        double ax = Math.Abs(x);
        DoubleDouble angle = ay == 0 && ax == 0 ? new(0, 0) : FirstQuadrant(ay, ax);
        double magnitude = double.IsNegative(x) ? (Pi - angle).Value : angle.Value;
        return double.IsNegative(y) ? -magnitude : magnitude;
    }

    private static DoubleDouble FirstQuadrant(double y, double x)
    {
        if (double.IsInfinity(x) || double.IsInfinity(y))
        {
            return x == y ? Pi * 0.25
                : double.IsInfinity(y) ? Pi * 0.5
                : new(0, 0);
        }

        return y <= x ? AtanOfRatio(y, x) : (Pi * 0.5) - AtanOfRatio(x, y);
    }

    // atan(a/b), 0 ≤ a ≤ b, b > 0: c = i/64 nearest to a/b; atan(a/b) = atan c + atan((a − c·b)/(b + c·a)).
    private static DoubleDouble AtanOfRatio(double a, double b)
    {
        double ratio = a / b;
        if (ratio < 1e-10)
        {
            return AtanOfTiny(a, b, ratio);
        }

        (a, b) = Normalise(a, b);
        int i = (int)((ratio * 64) + 0.5);
        double c = i / 64.0;
        DoubleDouble numerator = new DoubleDouble(a, 0) - DoubleDouble.Product(c, b);
        DoubleDouble denominator = new DoubleDouble(b, 0) + DoubleDouble.Product(c, a);
        return AtanTable[i] + AtanSeries(numerator / denominator, 5);
    }

    // The ratio is the angle to 2^-68; its error term matters where it is subtracted from π and can be had.
    private static DoubleDouble AtanOfTiny(double a, double b, double ratio)
    {
        bool safe = ratio > 1e-200 && b < 1e150 && a > 1e-150;
        return safe ? new DoubleDouble(a, 0) / new DoubleDouble(b, 0) : new(ratio, 0);
    }

    // The larger value is brought near 1 by a power of two, so that no product over- or underflows.
    private static (double A, double B) Normalise(double a, double b)
    {
        if (b < SmallestNormal * 1e20)
        {
            (a, b) = (a * 1.0141204801825835e31, b * 1.0141204801825835e31); // 2^103
        }

        int exponent = (int)(BitConverter.DoubleToInt64Bits(b) >> 52) - 1023;
        double first = PowerOfTwo(-exponent / 2);
        double second = PowerOfTwo(-exponent - (-exponent / 2));
        return (a * first * second, b * first * second);
    }

    private static DoubleDouble AtanSeries(DoubleDouble u, int extendedTerms)
    {
        DoubleDouble square = u * u;
        DoubleDouble sum = new(0, 0);
        for (int n = extendedTerms; n >= 0; n--)
        {
            double sign = n % 2 == 0 ? 1 : -1;
            sum = (sum * square) + (new DoubleDouble(sign, 0) / new DoubleDouble((2 * n) + 1, 0));
        }

        return sum * u;
    }

    // atan(i/64) = atan((i−1)/64) + atan((1/64)/(1 + i(i−1)/64²)).
    private static DoubleDouble[] MakeAtanTable()
    {
        var table = new DoubleDouble[65];
        for (int i = 1; i < table.Length; i++)
        {
            DoubleDouble step = new DoubleDouble(64, 0) / new DoubleDouble(4096 + (i * (i - 1)), 0);
            table[i] = table[i - 1] + AtanSeries(step, 9);
        }

        return table;
    }
}
