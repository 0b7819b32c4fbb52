// One value at a time: UnaryFunctions.cs and BinaryFunctions.cs. The numbers of the operations are those of Ops.cs.

DEVICE float simple_function(int op, float x, float p, float q)
{
    switch (op)
    {
        case 0: return AS_FLOAT(AS_INT(x) ^ (int)0x80000000);
        case 1: return absolute(x);
        case 2: return exponential(x);
        case 3: return logarithm(x);
        case 5: return ROOT(x);
        case 6: return 1.0f / ROOT(x);
        case 7: return 1.0f / x;
        case 8: return x * x;
        case 11: return hyperbolic_tangent(x);
        case 12: return sigmoid(x);
        case 13: return x <= 0.0f ? 0.0f : x;
        case 14: return x < 0.0f ? x * p : x;
        case 15: { float raised = x < p ? p : x; return raised > q ? q : raised; }
        case 16: { float sign = x > 0.0f ? 1.0f : x; return x < 0.0f ? -1.0f : sign; }
        case 17: return FLOOR(x);
        case 18: return CEILING(x);
        default: return FMA(x, p, q);
    }
}

KERNEL void unary(int op, GLOBAL const float *x, GLOBAL float *y, long count, float p, float q)
{
    FOR_EACH(i, count) y[i] = simple_function(op, x[i], p, q);
}

// To the nearest whole number, ties to even; the sign stays.
DEVICE float rounded(float x)
{
    float size = absolute(x);
    float near = (size + 8388608.0f) - 8388608.0f;
    return size < 8388608.0f ? AS_FLOAT(AS_INT(near) | (AS_INT(x) & (int)0x80000000)) : x;
}

// Those that the CPU computes in double, apart: they need many registers.
KERNEL void unary_extended(int op, GLOBAL const float *x, GLOBAL float *y, long count, float p, float q)
{
    FOR_EACH(i, count)
    {
        float v = x[i];
        y[i] = op == 4 ? (float)log1p_double(v) : op == 9 ? (float)sine_of_turned(v, 0) : op == 10 ? (float)sine_of_turned(v, 1) : op == 19 ? rounded(v) : (float)power_double(v, p);
    }
}

DEVICE float binary_function(int op, float a, float b)
{
    switch (op)
    {
        case 0: return a + b;
        case 1: return a - b;
        case 2: return a * b;
        case 3: return a / b;
        case 4: return larger(a, b);
        case 5: return smaller(a, b);
        case 7: return a * FMA(-b, b, 1.0f);
        case 8: return a * (b * (1.0f - b));
        default: return b <= 0.0f ? 0.0f : a;
    }
}

KERNEL void binary(int op, GLOBAL const float *a, GLOBAL const float *b, GLOBAL float *target, long count, BOX, STRIDES(s), STRIDES(t))
{
    FOR_EACH(i, count) { DECODE(i) target[i] = binary_function(op, a[PLACE(s)], b[PLACE(t)]); }
}

KERNEL void binary_power(GLOBAL const float *a, GLOBAL const float *b, GLOBAL float *target, long count, BOX, STRIDES(s), STRIDES(t))
{
    FOR_EACH(i, count) { DECODE(i) target[i] = (float)power_double(a[PLACE(s)], b[PLACE(t)]); }
}

DEVICE long whole_function(int op, long a, long b)
{
    switch (op)
    {
        case 0: return a + b;
        case 1: return a - b;
        case 2: return a * b;
        case 4: return a > b ? a : b;
        default: return a < b ? a : b;
    }
}

KERNEL void binary_whole(int op, GLOBAL const long *a, GLOBAL const long *b, GLOBAL long *target, long count, BOX, STRIDES(s), STRIDES(t))
{
    FOR_EACH(i, count) { DECODE(i) target[i] = whole_function(op, a[PLACE(s)], b[PLACE(t)]); }
}

#define HOLDS(a, b) (op == 0 ? (a) == (b) : op == 1 ? (a) != (b) : op == 2 ? (a) < (b) : op == 3 ? (a) <= (b) : op == 4 ? (a) > (b) : (a) >= (b))
#define COMPARE(NAME, TYPE) \
    KERNEL void NAME(int op, GLOBAL const TYPE *a, GLOBAL const TYPE *b, GLOBAL uchar *target, long count, BOX, STRIDES(s), STRIDES(t)) \
    { \
        FOR_EACH(i, count) { DECODE(i) TYPE x = a[PLACE(s)], y = b[PLACE(t)]; target[i] = HOLDS(x, y); } \
    }

COMPARE(compare_float, float)
COMPARE(compare_long, long)
COMPARE(compare_bool, uchar)

KERNEL void add_scaled(GLOBAL float *target, GLOBAL const float *source, float factor, long count)
{
    FOR_EACH(i, count) target[i] = FMA(source[i], factor, target[i]);
}
