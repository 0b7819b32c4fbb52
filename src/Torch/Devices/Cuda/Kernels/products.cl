// Products of matrices: c + A·B, partial sums of 256 k (CpuKernels.Products.cs).
// A at a + r·aRow + k·aColumn, B at b + k·bRow + q·bColumn: one stride of each is 1. Without a bias c is +0.

#define ARGUMENTS \
    int m, int n, int k, GLOBAL const float *restrict a, long aRow, long aColumn, long aBatch, GLOBAL const float *restrict b, long bRow, long bColumn, long bBatch, \
    GLOBAL const float *restrict bias, GLOBAL float *restrict c, long cBatch
#define A_ALONG_K (aColumn == 1)
#define B_ALONG_N (bColumn == 1)
#define SEGMENTS 1
#define SEGMENT_SETUP
#define B_STEP(kb)
#define CLOSE

#define SETUP a += BLOCK_Z * aBatch; b += BLOCK_Z * bBatch; c += BLOCK_Z * cBatch;
#define DEPTH k
#define A_AT(r, ka) a[(r) * aRow + (ka) * aColumn]
#define B_AT(kb, q, e) b[(kb) * bRow + (q) * bColumn]
#define START(r, q) (bias && (q) < n ? bias[q] : 0.0f)
#define FINISH EACH(int r = ROW(i), q = COLUMN(j); if (r < m && q < n) c[(long)r * n + q] = v[i][j];)

#define TILE 128
#define NAME product128
#include "product_tile.cl"
#undef TILE
#undef NAME
#define TILE 64
#define NAME product64
#include "product_tile.cl"
#undef NAME

// Few tiles and many k: each partial sum by itself, [batch, block, m, n]; product_totals adds them.
#undef SETUP
#undef DEPTH
#undef A_AT
#undef B_AT
#undef START
#define SETUP \
    int blocks = (k + 255) / 256, block = BLOCK_Z % blocks, from = block * 256; \
    int live = k - from < 256 ? k - from : 256; \
    a += BLOCK_Z / blocks * aBatch + from * aColumn; b += BLOCK_Z / blocks * bBatch + from * bRow; c += (long)BLOCK_Z * m * n;
#define DEPTH live
#define A_AT(r, ka) a[(r) * aRow + (ka) * aColumn]
#define B_AT(kb, q, e) b[(kb) * bRow + (q) * bColumn]
#define START(r, q) 0.0f
#undef FINISH
#define FINISH EACH(int r = ROW(i), q = COLUMN(j); if (r < m && q < n) c[(long)r * n + q] = v[i][j];)
#define NAME product64_blocks
#include "product_tile.cl"
#undef NAME
#undef TILE
#undef SETUP
#undef DEPTH
#undef A_AT
#undef B_AT
#undef START
#undef FINISH
#undef ARGUMENTS
#undef A_ALONG_K
#undef B_ALONG_N
#undef SEGMENTS
#undef SEGMENT_SETUP
#undef B_STEP
#undef CLOSE

KERNEL void product_totals(GLOBAL const float *partial, GLOBAL const float *bias, GLOBAL float *c, long values, int n, int blocks, long batch, long cBatch)
{
    FOR_EACH(at, batch * values)
    {
        long item = at / values, i = at % values;
        float sum = bias ? bias[i % n] : 0.0f;
        for (int b = 0; b < blocks; b++) sum = sum + partial[(item * blocks + b) * values + i];
        c[item * cBatch + i] = sum;
    }
}
