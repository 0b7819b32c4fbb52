using System.Numerics;

namespace Research.Numerics;

/// <summary>x − n·π/2 in extended precision, for every finite double.</summary>
internal static class PiReduction
{
    private const double RoundingShift = 6_755_399_441_055_744;
    private const double InverseHalfPi = 0.6366197723675814;

    // π/2 in parts of 33 bits: n·part is exact for |n| ≤ 2^20 (Cody and Waite, 1980).
    private const double Part1 = 1.5707963267341256;
    private const double Part2 = 6.077100506303966e-11;
    private const double Part3 = 2.0222662487111665e-21;
    private const double Part4 = 8.4784276603689e-32;
    private const double CodyWaiteLimit = 1.6e6;
    private const int WindowBits = 192;
    private static readonly DoubleDouble HalfPi = new(1.5707963267948966, 6.123233995736766e-17);

    // 2/π, 64 bits a word: enough for the largest exponent.
    private static readonly ulong[] TwoOverPi =
    [
        0xA2F9836E4E441529,
        0xFC2757D1F534DDC0,
        0xDB6295993C439041,
        0xFE5163ABDEBBC561,
        0xB7246E3A424DD2E0,
        0x06492EEA09D1921C,
        0xFE1DEB1CB129A73E,
        0xE88235F52EBB4484,
        0xE99C7026B45F7E41,
        0x3991D639835339F4,
        0x9C845F8BBDF9283B,
        0x1FF897FFDE05980F,
        0xEF2F118B5A0A6D1F,
        0x6D367ECF27CB09B7,
        0x4F463F669E5FEA2D,
        0x7527BAC7EBE5F17B,
        0x3D0739F78A5292EA,
        0x6BFB5FB11F8D5D08,
        0x56033046FC7B6BAB,
    ];
    private static readonly BigInteger TwoOverPiBits = Assemble();

    /// <summary>x = (4m + quadrant)·π/2 + r with |r| ≤ π/4 (and a rounding).</summary>
    public static (DoubleDouble Angle, int Quadrant) Reduce(double x) =>
        Math.Abs(x) <= CodyWaiteLimit ? CodyWaite(x) : PayneHanek(x);

    private static (DoubleDouble Angle, int Quadrant) CodyWaite(double x)
    {
        double n = ((x * InverseHalfPi) + RoundingShift) - RoundingShift;
        DoubleDouble rest = DoubleDouble.Sum(x, -(n * Part1));
        rest += DoubleDouble.Sum(-(n * Part2), -(n * Part3));
        rest += -(n * Part4);
        return (rest, (int)n & 3);
    }

    // Payne and Hanek (1983): only those bits of 2/π are multiplied that reach the fraction.
    private static (DoubleDouble Angle, int Quadrant) PayneHanek(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(Math.Abs(x));
        int exponent = (int)(bits >> 52) - 1075;
        long mantissa = (bits & 0x000F_FFFF_FFFF_FFFF) | 0x0010_0000_0000_0000;
        int start = Math.Max(0, exponent - 2);
        int total = TwoOverPi.Length * 64;
        BigInteger window = (TwoOverPiBits >> (total - start - WindowBits)) & ((BigInteger.One << WindowBits) - 1);
        int fractionBits = WindowBits + start - exponent;
        BigInteger product = window * mantissa;
        int quadrant = (int)((product >> fractionBits) & 3);
        BigInteger fraction = product & ((BigInteger.One << fractionBits) - 1);
        if (!(fraction >> (fractionBits - 1)).IsZero)
        {
            quadrant++;
            fraction -= BigInteger.One << fractionBits;
        }

        DoubleDouble rest = ToDoubleDouble(fraction, fractionBits) * HalfPi;
        return x < 0 ? (-rest, -quadrant & 3) : (rest, quadrant & 3);
    }

    private static DoubleDouble ToDoubleDouble(BigInteger fraction, int fractionBits)
    {
        double high = (double)fraction;
        double low = (double)(fraction - (BigInteger)high);
        double scale = BitConverter.Int64BitsToDouble((1023L - fractionBits) << 52);
        return DoubleDouble.SumOrdered(high * scale, low * scale);
    }

    private static BigInteger Assemble()
    {
        BigInteger all = BigInteger.Zero;
        foreach (ulong word in TwoOverPi)
        {
            all = (all << 64) | word;
        }

        return all;
    }
}
