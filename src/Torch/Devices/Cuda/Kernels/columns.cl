// Along one dimension of [outer, size, inner]: CpuKernels.Reductions.cs.
#define ROW_BLOCK 512

// Sums across memory, in double: blocks of 512 rows, each from zero.
KERNEL void column_blocks(GLOBAL const float *x, GLOBAL double *partial, long outer, long size, long inner, long blocks)
{
    FOR_EACH(at, outer * blocks * inner)
    {
        long i = at % inner, block = at / inner % blocks, o = at / inner / blocks;
        long first = block * ROW_BLOCK;
        long end = first + ROW_BLOCK < size ? first + ROW_BLOCK : size;
        double sum = 0.0;
        for (long j = first; j < end; j++) sum = sum + (double)x[(o * size + j) * inner + i];
        partial[at] = sum;
    }
}

// The blocks in order, rounded once.
KERNEL void column_totals(GLOBAL const double *partial, GLOBAL float *target, long outer, long inner, long blocks)
{
    FOR_EACH(at, outer * inner)
    {
        long i = at % inner, o = at / inner;
        double sum = 0.0;
        for (long b = 0; b < blocks; b++) sum = sum + partial[(o * blocks + b) * inner + i];
        target[at] = (float)sum;
    }
}

// 1 maximum, 2 minimum, 3 product: from the first value on.
DEVICE float combined(int op, float a, float b)
{
    return op == 1 ? (a != a || a > b ? a : b) : op == 2 ? (a != a || a < b ? a : b) : a * b;
}

KERNEL void reduce_float(int op, GLOBAL const float *x, GLOBAL float *target, long outer, long size, long inner)
{
    FOR_EACH(at, outer * inner)
    {
        GLOBAL const float *line = x + at / inner * size * inner + at % inner;
        float value = line[0];
        for (long j = 1; j < size; j++) value = combined(op, value, line[j * inner]);
        target[at] = value;
    }
}

KERNEL void reduce_whole(int op, GLOBAL const long *x, GLOBAL long *target, long outer, long size, long inner)
{
    FOR_EACH(at, outer * inner)
    {
        GLOBAL const long *line = x + at / inner * size * inner + at % inner;
        long value = op == 0 ? 0 : line[0];
        for (long j = op == 0 ? 0 : 1; j < size; j++)
        {
            long next = line[j * inner];
            value = op == 0 ? value + next : op == 1 ? (value > next ? value : next) : op == 2 ? (value < next ? value : next) : value * next;
        }
        target[at] = value;
    }
}

// The first of equal values; a NaN is both the largest and the smallest.
#define ARGUMENT(NAME, TYPE) \
    KERNEL void NAME(int largest, GLOBAL const TYPE *x, GLOBAL long *target, long outer, long size, long inner) \
    { \
        FOR_EACH(at, outer * inner) \
        { \
            GLOBAL const TYPE *line = x + at / inner * size * inner + at % inner; \
            long best = 0; \
            TYPE most = line[0]; \
            for (long j = 1; j < size && most == most; j++) \
            { \
                TYPE value = line[j * inner]; \
                if (value != value || (largest ? value > most : value < most)) { best = j; most = value; } \
            } \
            target[at] = best; \
        } \
    }

ARGUMENT(argument_float, float)
ARGUMENT(argument_long, long)

#define CUMULATIVE(NAME, TYPE, SUM) \
    KERNEL void NAME(GLOBAL const TYPE *x, GLOBAL TYPE *target, long outer, long size, long inner) \
    { \
        FOR_EACH(at, outer * inner) \
        { \
            long first = at / inner * size * inner + at % inner; \
            SUM sum = 0; \
            for (long j = first; j < first + size * inner; j += inner) { sum = sum + (SUM)x[j]; target[j] = (TYPE)sum; } \
        } \
    }

CUMULATIVE(cumulative_float, float, double)
CUMULATIVE(cumulative_long, long, long)

// A stable order: each value's rank is the number of those that come before it; a NaN is the largest.
#define BEFORE_ASCENDING(a, b) ((b) != (b) ? (a) == (a) : (a) < (b))
#define SAME(a, b) ((a) == (b) || ((a) != (a) && (b) != (b)))
#define ORDER(NAME, TYPE) \
    KERNEL void NAME(GLOBAL const TYPE *x, GLOBAL long *target, long outer, long size, long inner, int descending) \
    { \
        FOR_EACH(at, outer * size * inner) \
        { \
            long i = at % inner, j = at / inner % size; \
            long first = at / inner / size * size * inner + i; \
            TYPE own = x[at]; \
            long rank = 0; \
            for (long k = 0; k < size; k++) \
            { \
                TYPE other = x[first + k * inner]; \
                int before = descending ? BEFORE_ASCENDING(own, other) : BEFORE_ASCENDING(other, own); \
                rank += before || (k < j && SAME(own, other)) ? 1 : 0; \
            } \
            target[first + rank * inner] = j; \
        } \
    }

ORDER(order_float, float)
ORDER(order_long, long)
