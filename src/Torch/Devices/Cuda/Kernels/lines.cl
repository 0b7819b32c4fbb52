// Sums along memory: LineSums.cs. Blocks of 512; value i of a block goes to lane i mod 8, from zero; lanes folded in double; blocks in order.
#define LINE_BLOCK 512

// The fold of eight lanes that lie side by side.
DEVICE double fold(LOCAL const float *s)
{
    return ((double)s[0] + (double)s[4]) + ((double)s[1] + (double)s[5]) + (((double)s[2] + (double)s[6]) + ((double)s[3] + (double)s[7]));
}

// Eight threads a block of a line, 32 blocks at a time; partial sums in double, one a block. TERM adds value i to the lane.
#define LINE_BLOCKS(TERM) \
    LOCAL float lanes[THREADS]; \
    int lane = TID & 7; \
    for (long first = (long)BLOCK_X * 32; first < lines * blocks; first += (long)BLOCKS_X * 32) \
    { \
        long item = first + TID / 8; \
        long line = item / blocks, block = item % blocks; \
        float sum = 0.0f; \
        if (item < lines * blocks) \
        { \
            long start = block * LINE_BLOCK; \
            long end = start + LINE_BLOCK < size ? start + LINE_BLOCK : size; \
            for (long j = start + lane; j < end; j += 8) { long i = line * size + j; sum = TERM; } \
        } \
        lanes[TID] = sum; \
        BARRIER(); \
        if (lane == 0 && item < lines * blocks) partial[item] = fold(lanes + TID); \
        BARRIER(); \
    }

KERNEL void line_blocks(GLOBAL const float *x, GLOBAL double *partial, long lines, long size, long blocks)
{
    LINE_BLOCKS(sum + x[i])
}

// Σ a·(b − offset), an offset for each channel; and Σ (b − offset)².
KERNEL void channel_product_blocks(GLOBAL const float *a, GLOBAL const float *b, GLOBAL const float *offset, int channels, GLOBAL double *partial, long lines, long size, long blocks)
{
    LINE_BLOCKS(FMA(a[i], b[i] - offset[line % channels], sum))
}

KERNEL void channel_square_blocks(GLOBAL const float *b, GLOBAL const float *offset, int channels, GLOBAL double *partial, long lines, long size, long blocks)
{
    LINE_BLOCKS(FMA(b[i] - offset[line % channels], b[i] - offset[line % channels], sum))
}

// The blocks of a line in order, from zero; then the lines of a group; divided; rounded once.
KERNEL void line_totals(GLOBAL const double *partial, GLOBAL float *target, long count, long blocks, long lines, long itemStride, long lineStride, double divisor)
{
    FOR_EACH(i, count)
    {
        double total = 0.0;
        for (long n = 0; n < lines; n++)
        {
            GLOBAL const double *line = partial + (i * itemStride + n * lineStride) * blocks;
            double sum = 0.0;
            for (long b = 0; b < blocks; b++) sum = sum + line[b];
            total = total + sum;
        }
        target[i] = (float)(total / divisor);
    }
}

// A short line by one thread, in the same order.
DEVICE double line_sum(GLOBAL const float *x, int count)
{
    double total = 0.0;
    for (int first = 0; first < count; first += LINE_BLOCK)
    {
        int end = first + LINE_BLOCK < count ? first + LINE_BLOCK : count;
        float s[8];
        UNROLL for (int lane = 0; lane < 8; lane++) s[lane] = 0.0f;
        for (int j = first; j < end; j += 8)
        {
            UNROLL for (int lane = 0; lane < 8; lane++) if (j + lane < end) s[lane] = s[lane] + x[j + lane];
        }
        total = total + (((double)s[0] + (double)s[4]) + ((double)s[1] + (double)s[5]) + (((double)s[2] + (double)s[6]) + ((double)s[3] + (double)s[7])));
    }
    return total;
}
