using System.Globalization;
using System.Runtime.Intrinsics;

namespace Research.Numerics.Tests;

public class PortableMathTests
{
    // Golden/portable_math.csv: mpmath at 60 digits, made by Golden/make_portable_math.py.
    private static readonly ILookup<string, string[]> Oracle = File.ReadLines(
            Path.Combine(AppContext.BaseDirectory, "Golden", "portable_math.csv")
        )
        .Where(line => line.Length > 0 && line[0] != '#')
        .Skip(1)
        .Select(line => line.Split(','))
        .ToLookup(cells => cells[0]);

    private static readonly Dictionary<string, Func<double, double, double>> Functions = new()
    {
        ["exp"] = (x, _) => PortableMath.Exp(x),
        ["log"] = (x, _) => PortableMath.Log(x),
        ["log10"] = (x, _) => PortableMath.Log10(x),
        ["log1p"] = (x, _) => PortableMath.Log1p(x),
        ["sin"] = (x, _) => PortableMath.Sin(x),
        ["cos"] = (x, _) => PortableMath.Cos(x),
        ["tan"] = (x, _) => PortableMath.Tan(x),
        ["tanh"] = (x, _) => PortableMath.Tanh(x),
        ["sigmoid"] = (x, _) => PortableMath.Sigmoid(x),
        ["pow"] = PortableMath.Pow,
        ["atan2"] = PortableMath.Atan2,
    };

    public static TheoryData<string> Names => new(Functions.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Double_is_within_one_ulp_of_the_true_value(string name)
    {
        string[][] rows = [.. Oracle[name]];
        Assert.True(rows.Length >= 200, $"{name}: only {rows.Length} oracle rows");
        foreach (string[] row in rows)
        {
            double x = Bits(row[1]);
            double y = row[2].Length == 0 ? 0 : Bits(row[2]);
            double error = ErrorInUlps(Functions[name](x, y), Bits(row[3]), double.Parse(row[4], CultureInfo.InvariantCulture));
            Assert.True(error <= 1, $"{name}({x:R}, {y:R}): {error} ulp");
        }
    }

    [Theory]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(-746, 0)]
    [InlineData(710, double.PositiveInfinity)]
    [InlineData(0, 1)]
    [InlineData(double.NaN, double.NaN)]
    public void Exp_of_the_special_values(double x, double expected) => Assert.Equal(expected, PortableMath.Exp(x));

    [Theory]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(-1, double.NaN)]
    [InlineData(1, 0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void Log_and_log10_of_the_special_values(double x, double expected)
    {
        Assert.Equal(expected, PortableMath.Log(x));
        Assert.Equal(expected, PortableMath.Log10(x));
    }

    [Fact]
    public void Log_and_log10_of_negative_zero_are_those_of_zero()
    {
        Assert.Equal(double.NegativeInfinity, PortableMath.Log(-0.0));
        Assert.Equal(double.NegativeInfinity, PortableMath.Log10(-0.0));
    }

    [Fact]
    public void Log1p_of_the_special_values()
    {
        Assert.Equal(double.NegativeInfinity, PortableMath.Log1p(-1));
        Assert.Equal(double.NaN, PortableMath.Log1p(-1.5));
        Assert.Equal(double.NaN, PortableMath.Log1p(double.NaN));
        Assert.Equal(double.PositiveInfinity, PortableMath.Log1p(double.PositiveInfinity));
        Assert.True(double.IsNegative(PortableMath.Log1p(-0.0)));
    }

    [Fact]
    public void Trigonometry_of_the_special_values()
    {
        Assert.Equal(double.NaN, PortableMath.Sin(double.PositiveInfinity));
        Assert.Equal(double.NaN, PortableMath.Cos(double.NegativeInfinity));
        Assert.Equal(double.NaN, PortableMath.Tan(double.NaN));
        Assert.True(double.IsNegative(PortableMath.Sin(-0.0)));
        Assert.Equal(1, PortableMath.Cos(0));
    }

    [Fact]
    public void Tanh_and_sigmoid_saturate()
    {
        Assert.Equal(1, PortableMath.Tanh(double.PositiveInfinity));
        Assert.Equal(-1, PortableMath.Tanh(-25));
        Assert.Equal(1, PortableMath.Sigmoid(double.PositiveInfinity));
        Assert.Equal(0, PortableMath.Sigmoid(double.NegativeInfinity));
        Assert.Equal(double.NaN, PortableMath.Sigmoid(double.NaN));
        Assert.Equal(double.NaN, PortableMath.Tanh(double.NaN));
    }

    // C99, annex F.9.4.4, against the platform, whose special cases are exact.
    [Fact]
    public void Pow_has_the_special_cases_of_C99()
    {
        double[] values =
        [
            0,
            -0.0,
            1,
            -1,
            2,
            -2,
            3,
            0.5,
            -0.5,
            -3,
            1e308,
            -1e308,
            double.PositiveInfinity,
            double.NegativeInfinity,
            double.NaN,
        ];
        foreach (double x in values)
        {
            foreach (double y in values)
            {
                bool exact = !double.IsFinite(x) || !double.IsFinite(y) || x is 0 or 1 or -1 || y == 0;
                if (exact)
                {
                    Assert.True(SameBits(Math.Pow(x, y), PortableMath.Pow(x, y)), $"pow({x}, {y}) = {PortableMath.Pow(x, y)}");
                }
            }
        }
    }

    [Fact]
    public void Atan2_has_the_special_cases_of_C99()
    {
        double[] values = [0, -0.0, 1, -1, double.PositiveInfinity, double.NegativeInfinity, double.NaN];
        foreach (double y in values)
        {
            foreach (double x in values)
            {
                Assert.True(SameBits(Math.Atan2(y, x), PortableMath.Atan2(y, x)), $"atan2({y}, {x})");
            }
        }
    }

    [Fact]
    public void Powers_of_ten_have_exact_logarithms()
    {
        for (int n = -300; n <= 300; n += 25)
        {
            double power = double.Parse($"1e{n}", CultureInfo.InvariantCulture);
            Assert.Equal(n, PortableMath.Log10(power));
        }
    }

    [Fact]
    public void Each_vector_lane_has_the_bits_of_the_scalar()
    {
        Rng rng = Rng.For(1, "lanes");
        for (int i = 0; i < 2000; i++)
        {
            double[] x = [rng.NextDouble(-750, 720), rng.NextNormal(), rng.NextDouble(), 1e-310 * rng.NextDouble()];
            Vector256<double> exp = PortableMath.Exp(Vector256.Create(x[0], x[1], x[2], x[3]));
            Vector256<double> log = PortableMath.Log(Vector256.Create(x[0], x[1], x[2], x[3]));
            for (int lane = 0; lane < 4; lane++)
            {
                Assert.True(SameBits(PortableMath.Exp(x[lane]), exp[lane]));
                Assert.True(SameBits(PortableMath.Log(x[lane]), log[lane]));
            }
        }
    }

    [Fact]
    public void Float_is_the_rounded_double()
    {
        Assert.Equal((float)Math.E, PortableMath.Exp(1f));
        Assert.Equal(0.5f, PortableMath.Sigmoid(0f));
        Assert.Equal(8f, PortableMath.Pow(2f, 3f));
        Assert.Equal((float)(Math.PI / 4), PortableMath.Atan2(1f, 1f));
    }

    private static double Bits(string hex) =>
        BitConverter.UInt64BitsToDouble(ulong.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private static double ErrorInUlps(double value, double nearest, double remainder)
    {
        double ulp = Math.BitIncrement(Math.Abs(nearest)) - Math.Abs(nearest);
        return Math.Abs(((value - nearest) / ulp) - remainder);
    }

    private static bool SameBits(double a, double b) =>
        double.IsNaN(a) ? double.IsNaN(b) : BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b);
}
