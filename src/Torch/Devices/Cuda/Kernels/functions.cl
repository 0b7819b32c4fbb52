// Elementary functions of floats: VectorMath.cs, one lane.

DEVICE float absolute(float x) { return AS_FLOAT(AS_INT(x) & 0x7fffffff); }

DEVICE float power_of_two(int n) { return AS_FLOAT((n + 127) << 23); }

DEVICE float exponential(float x)
{
    float t = x > -104.0f ? x : -104.0f; // NaN takes the bound here and comes back at the end
    t = t < 89.0f ? t : 89.0f;
    float n = FLOOR(FMA(t, 1.44269504088896341f, 0.5f));
    float r = FMA(n, -0.693359375f, t);
    r = FMA(n, 2.12194440e-4f, r);
    float y = 1.9875691500e-4f;
    y = FMA(y, r, 1.3981999507e-3f);
    y = FMA(y, r, 8.3334519073e-3f);
    y = FMA(y, r, 4.1665795894e-2f);
    y = FMA(y, r, 1.6666665459e-1f);
    y = FMA(y, r, 5.0000001201e-1f);
    y = FMA(y, r * r, r) + 1.0f;
    int whole = (int)n;
    int half_ = whole >> 1;
    float result = y * power_of_two(half_) * power_of_two(whole - half_);
    return x == x ? result : x;
}

DEVICE float sigmoid(float x)
{
    float e = exponential(-absolute(x));
    float above = x < 0.0f ? e : 1.0f;
    return above / (1.0f + e);
}

DEVICE float hyperbolic_tangent(float x)
{
    float size = absolute(x);
    float e = exponential(size + size);
    float large = 1.0f - (2.0f / (e + 1.0f));
    large = x < 0.0f ? -large : large;
    float z = x * x;
    float y = -5.70498872745e-3f;
    y = FMA(y, z, 2.06390887954e-2f);
    y = FMA(y, z, -5.37397155531e-2f);
    y = FMA(y, z, 1.33314422036e-1f);
    y = FMA(y, z, -3.33332819422e-1f);
    float small = FMA(y * z, x, x);
    return size < 0.625f ? small : large;
}

DEVICE float logarithm(float x)
{
    int tiny = x < 1.17549435e-38f; // scaled into the normal range first
    float scaled = tiny ? x * 8388608.0f : x;
    int bits = AS_INT(scaled);
    int exponent = (bits >> 23) - 126;
    exponent -= tiny ? 23 : 0;
    float m = AS_FLOAT((bits & 0x007fffff) | 0x3f000000);
    int low = m < 0.707106781186547524f;
    exponent -= low ? 1 : 0;
    m = (low ? m + m : m) - 1.0f;
    float e = (float)exponent;
    float z = m * m;
    float y = 7.0376836292e-2f;
    y = FMA(y, m, -1.1514610310e-1f);
    y = FMA(y, m, 1.1676998740e-1f);
    y = FMA(y, m, -1.2420140846e-1f);
    y = FMA(y, m, 1.4249322787e-1f);
    y = FMA(y, m, -1.6668057665e-1f);
    y = FMA(y, m, 2.0000714765e-1f);
    y = FMA(y, m, -2.4999993993e-1f);
    y = FMA(y, m, 3.3333331174e-1f);
    y = FMA(e, -2.12194440e-4f, y * m * z);
    y = FMA(z, -0.5f, y);
    float result = FMA(e, 0.693359375f, m + y);
    result = x == INFINITE ? INFINITE : result;
    result = x == 0.0f ? -INFINITE : result;
    return x >= 0.0f ? result : NOT_A_NUMBER;
}

// The larger value; a NaN wins (BinaryFunctions.cs).
DEVICE float larger(float a, float b) { return a == a ? (a > b ? a : b) : a; }

DEVICE float smaller(float a, float b) { return a == a ? (a < b ? a : b) : a; }

// PortableMath.Log of doubles.
DEVICE double logarithm_double(double x)
{
    int subnormal = x < 2.2250738585072014e-308;
    double scaled = subnormal ? x * 18014398509481984.0 : x;
    long bits = AS_LONG(scaled);
    double k = (double)(int)((ulong)bits >> 52) - (subnormal ? 1077.0 : 1023.0);
    double m = AS_DOUBLE((bits & 0x000FFFFFFFFFFFFFL) | 0x3FF0000000000000L);
    int above = m > 1.4142135623730951;
    m = above ? m * 0.5 : m;
    k = k + (above ? 1.0 : 0.0);
    double f = m - 1.0;
    double s = f / (2.0 + f);
    double halfSquare = 0.5 * f * f;
    double z = s * s;
    double zz = z * z;
    double even = 0.13268714792348096;
    even = (even * zz) + 0.18181795600060793;
    even = (even * zz) + 0.28571428570801954;
    even = (even * zz) + 0.6666666666666666;
    double odd = 0.1308723619665962;
    odd = (odd * zz) + 0.15386241881938595;
    odd = (odd * zz) + 0.22222222392089008;
    odd = (odd * zz) + 0.4000000000000088;
    double tail = s * (halfSquare + (z * (even + (odd * z))));
    double kHigh = k * 0.6931471803691238;
    double high = kHigh + f;
    double rest = (kHigh - high) + f;
    double result = high + (rest - (halfSquare - (tail + (k * 1.9082149292705877e-10))));
    result = x < INFINITE_DOUBLE ? result : x;
    result = x == 0.0 ? -INFINITE_DOUBLE : result;
    return x < 0.0 ? NOT_A_NUMBER_DOUBLE : result;
}
