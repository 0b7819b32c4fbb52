// Values moved, filled and converted.

#define FILL(NAME, TYPE) \
    KERNEL void NAME(GLOBAL TYPE *target, long count, TYPE value) { FOR_EACH(i, count) target[i] = value; }

FILL(fill8, uchar)
FILL(fill32, uint)
FILL(fill64, ulong)

// Casting.cs: fractions are cut off; what no whole number can hold becomes the smallest; what is not zero is true.
DEVICE long whole_number(float x) { return x >= -9.223372E18f && x < 9.223372E18f ? (long)x : (long)0x8000000000000000UL; }

#define CAST(NAME, FROM, TO, EXPRESSION) \
    KERNEL void NAME(GLOBAL const FROM *source, GLOBAL TO *target, long count) { FOR_EACH(i, count) { FROM x = source[i]; target[i] = EXPRESSION; } }

CAST(cast_float_long, float, long, whole_number(x))
CAST(cast_float_bool, float, uchar, x != 0.0f)
CAST(cast_long_float, long, float, (float)x)
CAST(cast_long_bool, long, uchar, x != 0)
CAST(cast_bool_float, uchar, float, x ? 1.0f : 0.0f)
CAST(cast_bool_long, uchar, long, x ? 1 : 0)
CAST(cast_bool_bool, uchar, uchar, x ? 1 : 0)

// A box of up to five dimensions at strides of its own, n4 the innermost; a launch has fewer than 2^31 values.
#define BOX uint n1, uint n2, uint n3, uint n4
#define STRIDES(S) long S##0, long S##1, long S##2, long S##3, long S##4
#define PLACE(S) ((long)d0 * S##0 + (long)d1 * S##1 + (long)d2 * S##2 + (long)d3 * S##3 + (long)d4 * S##4)
#define DECODE(i) \
    uint left = (uint)(i), d4 = left % n4; \
    left /= n4; \
    uint d3 = left % n3; \
    left /= n3; \
    uint d2 = left % n2; \
    left /= n2; \
    uint d1 = left % n1, d0 = left / n1;

#define STRIDED(GATHER, SCATTER, TYPE) \
    KERNEL void GATHER(GLOBAL const TYPE *strided, GLOBAL TYPE *target, long count, BOX, STRIDES(s)) \
    { \
        FOR_EACH(i, count) { DECODE(i) target[i] = strided[PLACE(s)]; } \
    } \
    KERNEL void SCATTER(GLOBAL TYPE *strided, GLOBAL const TYPE *source, long count, BOX, STRIDES(s)) \
    { \
        FOR_EACH(i, count) { DECODE(i) strided[PLACE(s)] = source[i]; } \
    }

STRIDED(gather8, scatter8, uchar)
STRIDED(gather32, scatter32, uint)
STRIDED(gather64, scatter64, ulong)

#define WHERE(NAME, TYPE) \
    KERNEL void NAME(GLOBAL const uchar *condition, GLOBAL const TYPE *a, GLOBAL const TYPE *b, GLOBAL TYPE *target, long count) \
    { \
        FOR_EACH(i, count) target[i] = condition[i] ? a[i] : b[i]; \
    }

WHERE(where8, uchar)
WHERE(where32, uint)
WHERE(where64, ulong)
