using Research.Numerics;

namespace Research.Torch.Tests.Orders;

/// <summary>The elementary functions of one float, step by step as docs/torch.md has them.</summary>
internal static class PlainFunctions
{
    public static float Exp(float x)
    {
        if (float.IsNaN(x))
        {
            return x;
        }

        float t = Math.Min(Math.Max(x, -104f), 89f);
        float n = (float)Math.Floor(Fma(t, 1.44269504088896341f, 0.5f));
        float r = Fma(n, 2.12194440e-4f, Fma(n, -0.693359375f, t));
        float y = 1.9875691500e-4f;
        foreach (float c in new[] { 1.3981999507e-3f, 8.3334519073e-3f, 4.1665795894e-2f, 1.6666665459e-1f, 5.0000001201e-1f })
        {
            y = Fma(y, r, c);
        }

        float square = r * r;
        y = Fma(y, square, r) + 1;
        int half = (int)n >> 1;
        return y * PowerOfTwo(half) * PowerOfTwo((int)n - half);
    }

    public static float Sigmoid(float x)
    {
        float e = Exp(-Math.Abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }

    public static float Tanh(float x)
    {
        float size = Math.Abs(x);
        if (size < 0.625f)
        {
            float z = x * x;
            float y = -5.70498872745e-3f;
            foreach (float c in new[] { 2.06390887954e-2f, -5.37397155531e-2f, 1.33314422036e-1f, -3.33332819422e-1f })
            {
                y = Fma(y, z, c);
            }

            return Fma(y * z, x, x);
        }

        float large = 1 - (2 / (Exp(size + size) + 1));
        return x < 0 ? -large : large;
    }

    public static float Log(float x)
    {
        if (!(x > 0) || float.IsInfinity(x))
        {
            return x == 0 ? float.NegativeInfinity
                : x > 0 ? x
                : float.NaN;
        }

        bool tiny = x < 1.17549435e-38f;
        int bits = BitConverter.SingleToInt32Bits(tiny ? x * 8388608f : x);
        int exponent = (bits >> 23) - (tiny ? 149 : 126);
        float m = BitConverter.Int32BitsToSingle((bits & 0x007fffff) | 0x3f000000);
        (m, exponent) = m < 0.707106781186547524f ? (m + m - 1, exponent - 1) : (m - 1, exponent);
        float z = m * m;
        float y = 7.0376836292e-2f;
        float[] rest =
        [
            -1.1514610310e-1f,
            1.1676998740e-1f,
            -1.2420140846e-1f,
            1.4249322787e-1f,
            -1.6668057665e-1f,
            2.0000714765e-1f,
            -2.4999993993e-1f,
            3.3333331174e-1f,
        ];
        foreach (float c in rest)
        {
            y = Fma(y, m, c);
        }

        float cube = y * m * z;
        y = Fma(z, -0.5f, Fma(exponent, -2.12194440e-4f, cube));
        return Fma(exponent, 0.693359375f, m + y);
    }

    private static float Fma(float a, float b, float c) => Fused.MultiplyAdd(a, b, c);

    private static float PowerOfTwo(int n) => BitConverter.Int32BitsToSingle((n + 127) << 23);
}
