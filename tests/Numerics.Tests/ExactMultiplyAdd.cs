using System.Numerics;

namespace Research.Numerics.Tests;

/// <summary>a·b + c in whole numbers, rounded once to float, ties to even: what a fused multiply-add must give.</summary>
internal static class ExactMultiplyAdd
{
    private const int Scale = 298; // the smallest product is 2⁻²⁹⁸
    private const int SmallestBit = -149;
    private const int Precision = 24;

    public static float Of(float a, float b, float c)
    {
        if (!float.IsFinite(a) || !float.IsFinite(b))
        {
            return (a * b) + c; // no rounding is in it
        }

        if (!float.IsFinite(c))
        {
            return c;
        }

        BigInteger sum = (Whole(a, Scale / 2) * Whole(b, Scale / 2)) + Whole(c, Scale);
        bool negative = sum.Sign < 0 || (sum.IsZero && Negative(a) != Negative(b) && Negative(c));
        float size = Rounded(BigInteger.Abs(sum));
        return negative ? -size : size;
    }

    // x·2^scale
    private static BigInteger Whole(float x, int scale)
    {
        int bits = BitConverter.SingleToInt32Bits(x);
        int field = (bits >> 23) & 0xFF;
        BigInteger fraction = (bits & 0x7FFFFF) | (field == 0 ? 0 : 0x800000);
        return (fraction << (Math.Max(field, 1) - 150 + scale)) * (bits < 0 ? -1 : 1);
    }

    private static float Rounded(BigInteger size)
    {
        int lowest = Math.Max((int)size.GetBitLength() - Scale - Precision, SmallestBit);
        int drop = lowest + Scale;
        BigInteger kept = size >> drop;
        BigInteger lost = size - (kept << drop);
        BigInteger half = BigInteger.One << (drop - 1);
        if (lost > half || (lost == half && !kept.IsEven))
        {
            kept++;
        }

        double value = (double)kept * Math.ScaleB(1, lowest); // exact: 24 bits
        return value >= Math.ScaleB(1, 128) ? float.PositiveInfinity : (float)value;
    }

    private static bool Negative(float x) => BitConverter.SingleToInt32Bits(x) < 0;
}
