// Softmax along a dimension and its gradient: CpuKernels.Softmax.cs. Eight threads a line, lane by lane as in lines.cl.

// The larger value as Math.Max has it: a NaN wins, and +0 is above −0.
DEVICE float highest(float a, float b) { return a != a ? a : b != b ? b : a > b ? a : b > a ? b : AS_INT(a) < 0 ? b : a; }

// Where the eight threads' line begins; lines beyond the last are the last one again, and write nothing.
#define OWN_LINE(lines) \
    LOCAL float lanes[THREADS]; \
    int lane = TID & 7; \
    long own = (long)BLOCK_X * 32 + TID / 8; \
    int live = own < (lines); \
    long line = live ? own : (lines) - 1; \
    long first = line / inner * size * inner + line % inner; \
    LOCAL float *mine = lanes + (TID & ~7);

// Folds the eight lanes of each block of a line into the total; TERM adds value i to the lane.
#define SUM_LINE(total, TERM) \
    double total = 0.0; \
    for (long start = 0; start < size; start += LINE_BLOCK) \
    { \
        long end = start + LINE_BLOCK < size ? start + LINE_BLOCK : size; \
        float sum = 0.0f; \
        for (long j = start + lane; j < end; j += 8) { long i = first + j * inner; sum = TERM; } \
        BARRIER(); \
        lanes[TID] = sum; \
        BARRIER(); \
        total = total + fold(mine); \
    }

KERNEL void softmax(int logarithmic, GLOBAL const float *x, GLOBAL float *y, long outer, long size, long inner)
{
    OWN_LINE(outer * inner)
    float most = x[first];
    for (long j = lane; j < size; j += 8) most = highest(most, x[first + j * inner]);
    lanes[TID] = most;
    BARRIER();
    UNROLL for (int i = 0; i < 8; i++) most = highest(most, mine[i]);
    SUM_LINE(total, sum + exponential(x[i] - most))
    float shift = logarithmic ? (float)logarithm_double(total) : 0.0f;
    float scale = (float)(1.0 / total);
    for (long j = lane; j < size && live; j += 8)
    {
        long i = first + j * inner;
        y[i] = logarithmic ? (x[i] - most) - shift : exponential(x[i] - most) * scale;
    }
}

KERNEL void softmax_backward(int logarithmic, GLOBAL const float *gradient, GLOBAL const float *y, GLOBAL float *target, long outer, long size, long inner)
{
    OWN_LINE(outer * inner)
    SUM_LINE(total, logarithmic ? sum + gradient[i] : FMA(gradient[i], y[i], sum))
    float whole = (float)total;
    for (long j = lane; j < size && live; j += 8)
    {
        long i = first + j * inner;
        target[i] = logarithmic ? FMA(-exponential(y[i]), whole, gradient[i]) : y[i] * (gradient[i] - whole);
    }
}
