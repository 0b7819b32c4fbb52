// Sine and cosine of floats, in double: PiReduction.cs and PortableMath.Trigonometry.cs.

typedef struct { extended rest; int quadrant; } reduced;

// A whole number of 256 bits, lowest first.
typedef struct { ulong w0, w1, w2, w3; } wide;

DEVICE ulong word_of(wide x, int i) { return i == 0 ? x.w0 : i == 1 ? x.w1 : i == 2 ? x.w2 : i == 3 ? x.w3 : 0; }

// 64 bits from bit n on.
DEVICE ulong bits_from(wide x, int n)
{
    ulong low = word_of(x, n >> 6), high = word_of(x, (n >> 6) + 1);
    int shift = n & 63;
    return shift == 0 ? low : (low >> shift) | (high << (64 - shift));
}

DEVICE ulong low_bits(ulong word, int n) { return n <= 0 ? 0 : n >= 64 ? word : word & ((1UL << n) - 1); }

DEVICE wide lowest(wide x, int n)
{
    wide r;
    r.w0 = low_bits(x.w0, n);
    r.w1 = low_bits(x.w1, n - 64);
    r.w2 = low_bits(x.w2, n - 128);
    r.w3 = low_bits(x.w3, n - 192);
    return r;
}

DEVICE int length_of(wide x)
{
    return x.w3 ? 256 - __builtin_clzl(x.w3) : x.w2 ? 192 - __builtin_clzl(x.w2) : x.w1 ? 128 - __builtin_clzl(x.w1) : x.w0 ? 64 - __builtin_clzl(x.w0) : 0;
}

// The first 53 bits as a double, in units of 2^-fraction; what is left stays in x.
DEVICE double take_double(wide *x, int fraction)
{
    int length = length_of(*x);
    int low = length > 53 ? length - 53 : 0;
    ulong top = low_bits(bits_from(*x, low), 53);
    *x = lowest(*x, low);
    return (double)(long)top * power_of_two_double(low - fraction);
}

// Payne and Hanek (1983); |x| is a float's, so the first five words of 2/π are enough.
DEVICE reduced reduce_large(double x)
{
    long bits = AS_LONG(x) & 0x7FFFFFFFFFFFFFFFL;
    int exponent = (int)(bits >> 52) - 1075;
    ulong mantissa = (bits & 0x000FFFFFFFFFFFFFL) | 0x0010000000000000L;
    int start = exponent > 2 ? exponent - 2 : 0;
    int later = start >= 64, shift = start & 63;
    ulong a0 = later ? 0xFC2757D1F534DDC0UL : 0xA2F9836E4E441529UL;
    ulong a1 = later ? 0xDB6295993C439041UL : 0xFC2757D1F534DDC0UL;
    ulong a2 = later ? 0xFE5163ABDEBBC561UL : 0xDB6295993C439041UL;
    ulong a3 = later ? 0xB7246E3A424DD2E0UL : 0xFE5163ABDEBBC561UL;
    if (shift != 0)
    {
        a0 = (a0 << shift) | (a1 >> (64 - shift));
        a1 = (a1 << shift) | (a2 >> (64 - shift));
        a2 = (a2 << shift) | (a3 >> (64 - shift));
    }

    // 192 bits times 53; a0 is the highest word
    wide p;
    ulong carry = __nvvm_mulhi_ull(a2, mantissa);
    p.w0 = a2 * mantissa;
    ulong middle = a1 * mantissa;
    p.w1 = middle + carry;
    carry = __nvvm_mulhi_ull(a1, mantissa) + (p.w1 < middle ? 1 : 0);
    middle = a0 * mantissa;
    p.w2 = middle + carry;
    p.w3 = __nvvm_mulhi_ull(a0, mantissa) + (p.w2 < middle ? 1 : 0);

    int fraction = 192 + start - exponent;
    int quadrant = (int)(bits_from(p, fraction) & 3);
    p = lowest(p, fraction);
    int below = (int)(bits_from(p, fraction - 1) & 1);
    if (below)
    {
        quadrant++;
        p.w0 = ~p.w0 + 1;
        ulong borrow = p.w0 == 0 ? 1 : 0;
        p.w1 = ~p.w1 + borrow;
        borrow = borrow && p.w1 == 0 ? 1 : 0;
        p.w2 = ~p.w2 + borrow;
        borrow = borrow && p.w2 == 0 ? 1 : 0;
        p.w3 = ~p.w3 + borrow;
        p = lowest(p, fraction);
    }

    double high = take_double(&p, fraction);
    double low = take_double(&p, fraction);
    high = below ? -high : high;
    low = below ? -low : low;
    reduced r;
    r.rest = times(ordered_sum(high, low), pair_of(1.5707963267948966, 6.123233995736766e-17));
    r.quadrant = quadrant & 3;
    if (x < 0.0)
    {
        r.rest = negative(r.rest);
        r.quadrant = -quadrant & 3;
    }

    return r;
}

// x − n·π/2 (Cody and Waite, 1980).
DEVICE reduced reduce(double x)
{
    if (!(AS_DOUBLE(AS_LONG(x) & 0x7FFFFFFFFFFFFFFFL) <= 1.6e6))
    {
        return reduce_large(x);
    }

    double n = ((x * 0.6366197723675814) + 6755399441055744.0) - 6755399441055744.0;
    extended rest = exact_sum(x, -(n * 1.5707963267341256));
    rest = plus(rest, exact_sum(-(n * 6.077100506303966e-11), -(n * 2.0222662487111665e-21)));
    rest = plus_double(rest, -(n * 8.4784276603689e-32));
    reduced r;
    r.rest = rest;
    r.quadrant = (int)n & 3;
    return r;
}

DEVICE double sine_of_reduced(extended r)
{
    if (AS_DOUBLE(AS_LONG(r.hi) & 0x7FFFFFFFFFFFFFFFL) < 1e-10)
    {
        return r.hi + r.lo;
    }

    extended square = times(r, r);
    double z = square.hi;
    double s = -7.586636882825159e-13;
    s = (s * z) + 1.6058530596645953e-10;
    s = (s * z) + -2.50521062259944e-08;
    s = (s * z) + 2.755731921932058e-06;
    s = (s * z) + -0.0001984126984126504;
    s = (s * z) + 0.008333333333333331;
    extended sixth = pair_of(0x1.5555555555555p-3, 0x1.5555555555555p-57);
    extended sum = plus(r, negative(times(times(square, r), sixth)));
    sum = plus_double(sum, z * z * r.hi * s);
    return sum.hi + sum.lo;
}

DEVICE double cosine_of_reduced(extended r)
{
    extended square = AS_DOUBLE(AS_LONG(r.hi) & 0x7FFFFFFFFFFFFFFFL) < 1e-100 ? pair_of(0.0, 0.0) : times(r, r);
    double z = square.hi;
    double c = 4.745838412531023e-14;
    c = (c * z) + -1.1470460319209511e-11;
    c = (c * z) + 2.0876755787492604e-09;
    c = (c * z) + -2.755731922139249e-07;
    c = (c * z) + 2.4801587301584632e-05;
    c = (c * z) + -0.0013888888888888887;
    c = (c * z) + 0.041666666666666664;
    extended sum = plus_double(plus_double(times_double(square, -0.5), 1.0), z * z * c);
    return sum.hi + sum.lo;
}

// sin(x + turns·π/2).
DEVICE double sine_of_turned(double x, int turns)
{
    if (!(AS_DOUBLE(AS_LONG(x) & 0x7FFFFFFFFFFFFFFFL) < INFINITE_DOUBLE) || x == 0.0)
    {
        return x != 0.0 ? NOT_A_NUMBER_DOUBLE : turns == 0 ? x : 1.0;
    }

    reduced r = reduce(x);
    int turn = (r.quadrant + turns) & 3;
    double value = (turn & 1) == 0 ? sine_of_reduced(r.rest) : cosine_of_reduced(r.rest);
    return turn >= 2 ? -value : value;
}
