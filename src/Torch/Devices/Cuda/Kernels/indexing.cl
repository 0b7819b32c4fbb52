// Values and slices by index: CpuKernels.Indexing.cs. An index that lies outside was noted by check_index; here it only must do no harm.
#define INSIDE(index) ((ulong)(index) < (ulong)size ? (index) : 0)

// The first bad index of a run, and the size that it does not fit: read with the next values that the host asks for.
KERNEL void check_index(GLOBAL const long *index, long count, long size, GLOBAL long *bad)
{
    FOR_EACH(i, count)
    {
        if ((ulong)index[i] >= (ulong)size)
        {
            bad[1] = index[i];
            bad[2] = size;
            bad[0] = 1;
        }
    }
}

#define TAKE(ALONG, SLICES, TYPE) \
    KERNEL void ALONG(GLOBAL const TYPE *source, GLOBAL const long *index, GLOBAL TYPE *target, long outer, long size, long taken, long inner) \
    { \
        FOR_EACH(at, outer * taken * inner) target[at] = source[(at / (taken * inner) * size + INSIDE(index[at])) * inner + at % inner]; \
    } \
    KERNEL void SLICES(GLOBAL const TYPE *source, GLOBAL const long *index, GLOBAL TYPE *target, long outer, long size, long taken, long inner) \
    { \
        FOR_EACH(at, outer * taken * inner) \
            target[at] = source[(at / (taken * inner) * size + INSIDE(index[at / inner % taken])) * inner + at % inner]; \
    }

TAKE(take_along8, take_slices8, uchar)
TAKE(take_along32, take_slices32, uint)
TAKE(take_along64, take_slices64, ulong)

// One thread a line, because values that meet are added in ascending order.
#define PUT(NAME, TYPE, EXPRESSION) \
    KERNEL void NAME(int add, GLOBAL const TYPE *source, GLOBAL const long *index, GLOBAL TYPE *target, long outer, long size, long put, long inner) \
    { \
        FOR_EACH(line, outer * inner) \
        { \
            long o = line / inner, i = line % inner; \
            for (long j = 0; j < put; j++) \
            { \
                long at = (o * put + j) * inner + i; \
                GLOBAL TYPE *to = target + (o * size + INSIDE(index[at])) * inner + i; \
                TYPE value = source[at], old = *to; \
                *to = EXPRESSION; \
            } \
        } \
    }

PUT(put_float, float, value + (add ? old : 0.0f))
PUT(put_long, long, value + (add ? old : 0))
PUT(put_bool, uchar, value || (add && old))

KERNEL void add_slices(GLOBAL const float *source, GLOBAL const long *index, GLOBAL float *target, long outer, long size, long put, long inner)
{
    FOR_EACH(line, outer * inner)
    {
        long o = line / inner, i = line % inner;
        for (long j = 0; j < put; j++)
        {
            GLOBAL float *to = target + (o * size + INSIDE(index[j])) * inner + i;
            *to = FMA(source[(o * put + j) * inner + i], 1.0f, *to);
        }
    }
}
