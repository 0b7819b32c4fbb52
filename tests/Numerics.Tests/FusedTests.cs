#pragma warning disable RS0030 // Vector512 is tested on every machine
using System.Runtime.Intrinsics;

namespace Research.Numerics.Tests;

/// <summary>The instruction and its emulation against whole numbers, bit by bit; a NaN counts as one value.</summary>
public class FusedTests
{
    private const int Cases = 40_000;
    private const int Lanes = 16;

    private static readonly float[] Special =
    [
        0f,
        -0f,
        1f,
        -1f,
        float.Epsilon,
        -float.Epsilon,
        1.17549435e-38f,
        1.17549421e-38f,
        float.MaxValue,
        float.MinValue,
        float.PositiveInfinity,
        float.NegativeInfinity,
        float.NaN,
        1 + 1.1920929e-7f,
        5.9604645e-8f,
        1.8446744e19f,
        -1.8446746e19f,
    ];

    public static TheoryData<string> Kinds => ["any bits", "subnormal", "overflowing", "cancelling", "halfway", "special"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_way_to_multiply_and_add_rounds_once(string kind)
    {
        var rng = Rng.For(1, kind);
        var (a, b, c) = (new float[Lanes], new float[Lanes], new float[Lanes]);
        for (int round = 0; round < Cases; round += Lanes)
        {
            for (int i = 0; i < Lanes; i++)
            {
                (a[i], b[i], c[i]) = Draw(kind, rng);
            }

            Check(a, b, c);
        }
    }

    [Fact]
    public void Halfway_cases_are_drawn_that_two_roundings_would_get_wrong()
    {
        var rng = Rng.For(1, "halfway");
        int wrong = 0;
        for (int round = 0; round < Cases; round++)
        {
            (float a, float b, float c) = Draw("halfway", rng);
            float twice = (float)(((double)a * b) + c); // rounded to double, then to float
            wrong += twice == ExactMultiplyAdd.Of(a, b, c) ? 0 : 1;
        }

        Assert.True(wrong > Cases / 100, $"{wrong} of {Cases}");
    }

    private static void Check(float[] a, float[] b, float[] c)
    {
        Vector512<float> wide = Fused.MultiplyAdd(Vector512.Create(a), Vector512.Create(b), Vector512.Create(c));
        for (int half = 0; half < Lanes; half += 8)
        {
            Vector256<float> x = Vector256.Create(a, half);
            Vector256<float> y = Vector256.Create(b, half);
            Vector256<float> z = Vector256.Create(c, half);
            Vector256<float> narrow = Fused.MultiplyAdd(x, y, z);
            Vector256<float> emulated = FusedEmulation.MultiplyAdd(x, y, z);
            for (int lane = 0; lane < 8; lane++)
            {
                int i = half + lane;
                int expected = Bits(ExactMultiplyAdd.Of(a[i], b[i], c[i]));
                string what = $"{a[i]:R} * {b[i]:R} + {c[i]:R}";
                Assert.True(expected == Bits(wide[i]), $"512 bits: {what}");
                Assert.True(expected == Bits(narrow[lane]), $"256 bits: {what}");
                Assert.True(expected == Bits(emulated[lane]), $"emulated: {what}");
                Assert.True(expected == Bits(Fused.MultiplyAdd(a[i], b[i], c[i])), $"scalar: {what}");
                Assert.True(expected == Bits(FusedEmulation.MultiplyAdd(a[i], b[i], c[i])), $"scalar, emulated: {what}");
            }
        }
    }

    private static (float A, float B, float C) Draw(string kind, Rng rng)
    {
        switch (kind)
        {
            case "any bits":
                return (Any(rng), Any(rng), Any(rng));
            case "subnormal":
                float small = Scaled(rng, -60 - rng.NextInt(20));
                return (small, Scaled(rng, -60 - rng.NextInt(20)), Scaled(rng, -120 - rng.NextInt(30)));
            case "overflowing":
                return (Scaled(rng, 60 + rng.NextInt(8)), Scaled(rng, 60 + rng.NextInt(8)), Scaled(rng, 120 + rng.NextInt(8)));
            case "cancelling":
                (float x, float y) = (Scaled(rng, rng.NextInt(20)), Scaled(rng, rng.NextInt(20)));
                return (x, y, BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(-(x * y)) + rng.NextInt(5) - 2));
            case "halfway":
                return Halfway(rng);
            default:
                return (Special[rng.NextInt(17)], Special[rng.NextInt(17)], Special[rng.NextInt(17)]);
        }
    }

    // A product that is half a unit of c's last place, give or take far less than a double holds beside c.
    private static (float A, float B, float C) Halfway(Rng rng)
    {
        int exponent = rng.NextInt(200) - 100;
        float c = (float)Math.ScaleB(0x800000 + rng.NextInt(0x800000), exponent - 23);
        float a = (float)Math.ScaleB(1 + (rng.NextInt(3) - 1) * Math.ScaleB(1, -23), exponent / 2);
        float b = (float)Math.ScaleB(1 + (rng.NextInt(3) - 1) * Math.ScaleB(1, -23), exponent - (exponent / 2) - 24);
        return (rng.NextInt(2) == 0 ? a : -a, b, rng.NextInt(2) == 0 ? c : -c);
    }

    private static float Any(Rng rng) => BitConverter.Int32BitsToSingle((int)rng.NextInt(1 << 16) | (rng.NextInt(1 << 16) << 16));

    private static float Scaled(Rng rng, int exponent) => (float)Math.ScaleB(rng.NextNormal(), exponent);

    private static int Bits(float x) => BitConverter.SingleToInt32Bits(float.IsNaN(x) ? float.NaN : x);
}
