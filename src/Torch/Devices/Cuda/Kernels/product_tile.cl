// A tile of a product, TILE × TILE values by 256 threads, R × R a thread; included once for each kernel that is one.
//
// Partial sums of 256 k are chains of fma from zero, added in order to a segment's sum, and segments to the total. Shorter tiles at the end of a
// segment are not filled up along k: adding products with zeros could change the sign of a zero. The next slice travels through registers while this one is multiplied.
//
// NAME, ARGUMENTS   the kernel
// SETUP             declares m, n, and what the other macros need; row0, col0, bq, bk are known
// A_ALONG_K         whether a slice of A is contiguous along k; B_ALONG_N likewise
// SEGMENTS, DEPTH   how many sums there are one after another, and the k of each
// SEGMENT_SETUP     what changes from segment to segment
// B_STEP(k)         once a slice, where B_ALONG_N: k is the same for all four values
// A_AT(r, k), B_AT(k, q, e)   values; e is which of the thread's four
// START(r, q)       what a segment's sum begins with
// FINISH            takes v[i][j] of a segment, row_of(i) and column_of(j)
#define R (TILE / 16)
#define DEEP (1024 / TILE)
#define PITCH (TILE + 4)
#define ROW(i) (row0 + (((i) >> 2) << 6) + ty * 4 + ((i) & 3))
#define COLUMN(j) (col0 + (((j) >> 2) << 6) + tx * 4 + ((j) & 3))

#define FETCH(depth) \
    { \
        B_STEP((depth) + bk) \
        UNROLL for (int e = 0; e < 4; e++) \
        { \
            int r = row0 + ar + (A_ALONG_K ? 0 : e), ka = (depth) + ak + (A_ALONG_K ? e : 0); \
            na[e] = r < m && ka < DEPTH ? A_AT(r, ka) : 0.0f; \
            int q = col0 + bq + (B_ALONG_N ? e : 0), kb = (depth) + bk + (B_ALONG_N ? 0 : e); \
            nb[e] = q < n && kb < DEPTH ? B_AT(kb, q, e) : 0.0f; \
        } \
    }
#define KEEP(side) \
    UNROLL for (int e = 0; e < 4; e++) \
    { \
        shared[side][0][(ak + (A_ALONG_K ? e : 0)) * PITCH + ar + (A_ALONG_K ? 0 : e)] = na[e]; \
        shared[side][1][(bk + (B_ALONG_N ? 0 : e)) * PITCH + bq + (B_ALONG_N ? e : 0)] = nb[e]; \
    }
#define MULTIPLY(kk) \
    { \
        float av[R], bv[R]; \
        UNROLL for (int i = 0; i < R; i += 4) \
        { \
            float4 a4 = *(LOCAL const float4 *)(sa + (kk) * PITCH + i * 16 + ty * 4), b4 = *(LOCAL const float4 *)(sb + (kk) * PITCH + i * 16 + tx * 4); \
            av[i] = a4.x; av[i + 1] = a4.y; av[i + 2] = a4.z; av[i + 3] = a4.w; \
            bv[i] = b4.x; bv[i + 1] = b4.y; bv[i + 2] = b4.z; bv[i + 3] = b4.w; \
        } \
        UNROLL for (int i = 0; i < R; i++) \
            UNROLL for (int j = 0; j < R; j++) acc[i][j] = FMA(av[i], bv[j], acc[i][j]); \
    }
#define EACH(...) UNROLL for (int i = 0; i < R; i++) UNROLL for (int j = 0; j < R; j++) { __VA_ARGS__ }

KERNEL void NAME(ARGUMENTS)
{
    LOCAL float shared[2][2][DEEP * PITCH] __attribute__((aligned(16)));
    int t = TID, tx = t & 15, ty = t >> 4;
    int row0 = BLOCK_Y * TILE, col0 = BLOCK_X * TILE;
    int along = (t % (DEEP / 4)) * 4, over = t / (DEEP / 4), across = (t % (TILE / 4)) * 4, down = t / (TILE / 4);
    int ar = A_ALONG_K ? over : across, ak = A_ALONG_K ? along : down;
    int bq = B_ALONG_N ? across : over, bk = B_ALONG_N ? down : along;
    SETUP
    float na[4], nb[4], acc[R][R], v[R][R];
    for (int segment = 0; segment < SEGMENTS; segment++)
    {
        SEGMENT_SETUP
        EACH(acc[i][j] = 0.0f; v[i][j] = START(ROW(i), COLUMN(j));)
        int side = 0;
        FETCH(0)
        KEEP(0)
        BARRIER();
        for (int depth = 0; depth < DEPTH; depth += DEEP)
        {
            int more = depth + DEEP < DEPTH;
            if (more) FETCH(depth + DEEP)
            LOCAL const float *sa = shared[side][0], *sb = shared[side][1];
            if (depth + DEEP <= DEPTH)
            {
                UNROLL for (int kk = 0; kk < DEEP; kk++) MULTIPLY(kk)
            }
            else
            {
                for (int kk = 0; kk < DEPTH - depth; kk++) MULTIPLY(kk)
            }
            if (!more || ((depth + DEEP) & 255) == 0)
            {
                EACH(v[i][j] = v[i][j] + acc[i][j]; acc[i][j] = 0.0f;)
            }
            side ^= 1;
            if (more) KEEP(side)
            BARRIER();
        }
        FINISH
    }
    CLOSE
}

#undef R
#undef DEEP
#undef PITCH
#undef ROW
#undef COLUMN
#undef FETCH
#undef KEEP
#undef MULTIPLY
#undef EACH
