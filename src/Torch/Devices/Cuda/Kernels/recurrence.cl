// One recurrent layer and direction in one launch: ForwardPass.cs, BackwardPass.cs and the cells. A block has four sequences and takes them through all steps;
// no block waits for another. Gates are products with partial sums of 256, as products.cl has them.
#define SEQUENCES 4
#define CELL_TANH 0
#define CELL_RELU 1
#define CELL_LSTM 2
#define CELL_GRU 3

// starts[t] is the first row of step t, sizes[t] the sequences that run at it, the longest first. weight is turned, [hidden, gates·hidden].
KERNEL void recurrent_forward(int cell, int steps, GLOBAL const int *starts, GLOBAL const int *sizes, int reverse, int hidden, GLOBAL const float *x, GLOBAL const float *weight,
    GLOBAL const float *bias, GLOBAL const float *h0, GLOBAL const float *c0, GLOBAL float *output, GLOBAL float *kept, GLOBAL float *hn, GLOBAL float *cn, GLOBAL float *room)
{
    int count = cell == CELL_LSTM ? 4 : cell == CELL_GRU ? 3 : 1, width = count * hidden, keeps = cell == CELL_LSTM ? 6 * hidden : cell == CELL_GRU ? 4 * hidden : 0;
    int first = BLOCK_X * SEQUENCES;
    GLOBAL float *gates = room + (long)first * width;
    for (int step = 0; step < steps; step++)
    {
        int t = reverse ? steps - 1 - step : step, before = reverse ? t + 1 : t - 1;
        int live = sizes[t] - first < SEQUENCES ? sizes[t] - first : SEQUENCES;
        if (live <= 0) continue; // the same for all threads of the block
        long row = (long)starts[t] + first;
        int known = before < 0 || before >= steps ? 0 : sizes[before] - first;
        GLOBAL const float *h[SEQUENCES];
        UNROLL for (int s = 0; s < SEQUENCES; s++)
        {
            int own = s < live ? s : 0;
            h[s] = own < known ? output + ((long)starts[before] + first + own) * hidden : h0 + ((long)first + own) * hidden;
        }
        for (int j = TID; j < width; j += THREADS)
        {
            float sum[SEQUENCES], partial[SEQUENCES];
            UNROLL for (int s = 0; s < SEQUENCES; s++) sum[s] = cell != CELL_GRU ? x[(row + (s < live ? s : 0)) * width + j] : bias ? bias[j] : 0.0f;
            for (int from = 0; from < hidden; from += 256)
            {
                int end = from + 256 < hidden ? from + 256 : hidden;
                UNROLL for (int s = 0; s < SEQUENCES; s++) partial[s] = 0.0f;
                for (int k = from; k < end; k++)
                {
                    float w = weight[(long)k * width + j];
                    UNROLL for (int s = 0; s < SEQUENCES; s++) partial[s] = FMA(h[s][k], w, partial[s]);
                }
                UNROLL for (int s = 0; s < SEQUENCES; s++) sum[s] = sum[s] + partial[s];
            }
            UNROLL for (int s = 0; s < SEQUENCES; s++) if (s < live) gates[(long)s * width + j] = sum[s];
        }
        BARRIER();
        for (int at = TID; at < live * hidden; at += THREADS)
        {
            int s = at / hidden, j = at % hidden;
            GLOBAL const float *g = gates + (long)s * width + j;
            GLOBAL float *keep = kept + (row + s) * keeps + j;
            long own = (row + s) * hidden + j, old = s < known ? ((long)starts[before] + first + s) : -1;
            float next;
            if (cell == CELL_LSTM)
            {
                float c = old >= 0 ? kept[old * keeps + 4 * hidden + j] : c0[((long)first + s) * hidden + j];
                float i = sigmoid(g[0]), f = sigmoid(g[hidden]), u = hyperbolic_tangent(g[2 * hidden]), o = sigmoid(g[3 * hidden]);
                float state = FMA(f, c, i * u), bounded = hyperbolic_tangent(state);
                keep[0] = i; keep[hidden] = f; keep[2 * hidden] = u; keep[3 * hidden] = o; keep[4 * hidden] = state; keep[5 * hidden] = bounded;
                cn[((long)first + s) * hidden + j] = state;
                next = o * bounded;
            }
            else if (cell == CELL_GRU)
            {
                GLOBAL const float *own_x = x + (row + s) * width + j;
                float hBefore = old >= 0 ? output[old * hidden + j] : h0[((long)first + s) * hidden + j];
                float r = sigmoid(own_x[0] + g[0]), z = sigmoid(own_x[hidden] + g[hidden]), inner = g[2 * hidden];
                float n = hyperbolic_tangent(FMA(r, inner, own_x[2 * hidden]));
                keep[0] = r; keep[hidden] = z; keep[2 * hidden] = n; keep[3 * hidden] = inner;
                next = FMA(z, hBefore - n, n);
            }
            else
            {
                next = cell == CELL_TANH ? hyperbolic_tangent(g[0]) : g[0] <= 0.0f ? 0.0f : g[0];
            }
            output[own] = next;
            hn[((long)first + s) * hidden + j] = next;
        }
        BARRIER();
    }
}

// weight as it is, [gates·hidden, hidden]. dh0 and dc0 hold the gradients of the states on the way; share is a GRU's gradient of the hidden gates.
KERNEL void recurrent_backward(int cell, int steps, GLOBAL const int *starts, GLOBAL const int *sizes, int reverse, int hidden, int batch, GLOBAL const float *weight, GLOBAL const float *h0,
    GLOBAL const float *c0, GLOBAL const float *output, GLOBAL const float *kept, GLOBAL const float *gradient, GLOBAL const float *gradientH, GLOBAL const float *gradientC,
    GLOBAL float *dx, GLOBAL float *share, GLOBAL float *dh0, GLOBAL float *dc0)
{
    int count = cell == CELL_LSTM ? 4 : cell == CELL_GRU ? 3 : 1, width = count * hidden, keeps = cell == CELL_LSTM ? 6 * hidden : cell == CELL_GRU ? 4 * hidden : 0;
    int first = BLOCK_X * SEQUENCES, own_count = batch - first < SEQUENCES ? batch - first : SEQUENCES;
    for (int at = TID; at < own_count * hidden; at += THREADS)
    {
        long state = (long)first * hidden + at;
        dh0[state] = gradientH ? gradientH[state] : 0.0f;
        if (dc0) dc0[state] = gradientC ? gradientC[state] : 0.0f;
    }
    BARRIER();
    for (int step = 0; step < steps; step++)
    {
        int t = reverse ? step : steps - 1 - step, before = reverse ? t + 1 : t - 1;
        int live = sizes[t] - first < SEQUENCES ? sizes[t] - first : SEQUENCES;
        if (live <= 0) continue;
        long row = (long)starts[t] + first;
        int known = before < 0 || before >= steps ? 0 : sizes[before] - first;
        for (int at = TID; at < live * hidden; at += THREADS)
        {
            int s = at / hidden, j = at % hidden;
            long state = ((long)first + s) * hidden + j, own = (row + s) * hidden + j, old = s < known ? ((long)starts[before] + first + s) : -1;
            GLOBAL const float *keep = kept + (row + s) * keeps + j;
            GLOBAL float *slopes = dx + (row + s) * width + j;
            float dh = dh0[state];
            dh = gradient ? FMA(gradient[own], 1.0f, dh) : dh;
            float direct = 0.0f;
            if (cell == CELL_LSTM)
            {
                float i = keep[0], f = keep[hidden], u = keep[2 * hidden], o = keep[3 * hidden], bounded = keep[5 * hidden];
                float c = old >= 0 ? kept[old * keeps + 4 * hidden + j] : c0[state];
                float dcell = FMA(dh * o, FMA(-bounded, bounded, 1.0f), dc0[state]);
                slopes[0] = dcell * u * i * (1.0f - i);
                slopes[hidden] = dcell * c * f * (1.0f - f);
                slopes[2 * hidden] = dcell * i * FMA(-u, u, 1.0f);
                slopes[3 * hidden] = dh * bounded * o * (1.0f - o);
                dc0[state] = dcell * f;
            }
            else if (cell == CELL_GRU)
            {
                GLOBAL float *hiddenSlopes = share + (row + s) * width + j;
                float h = old >= 0 ? output[old * hidden + j] : h0[state];
                float r = keep[0], z = keep[hidden], n = keep[2 * hidden];
                float dn = dh * (1.0f - z) * FMA(-n, n, 1.0f);
                float dz = dh * (h - n) * z * (1.0f - z);
                float dr = dn * keep[3 * hidden] * r * (1.0f - r);
                slopes[0] = dr; slopes[hidden] = dz; slopes[2 * hidden] = dn;
                hiddenSlopes[0] = dr; hiddenSlopes[hidden] = dz; hiddenSlopes[2 * hidden] = dn * r;
                direct = dh * z;
            }
            else
            {
                float y = output[own];
                slopes[0] = cell == CELL_TANH ? dh * FMA(-y, y, 1.0f) : y <= 0.0f ? 0.0f : dh;
            }
            dh0[state] = direct;
        }
        BARRIER();
        GLOBAL const float *slopes = (share ? share : dx) + row * width;
        for (int k = TID; k < hidden; k += THREADS)
        {
            float sum[SEQUENCES], partial[SEQUENCES];
            UNROLL for (int s = 0; s < SEQUENCES; s++) sum[s] = dh0[((long)first + (s < live ? s : 0)) * hidden + k];
            for (int from = 0; from < width; from += 256)
            {
                int end = from + 256 < width ? from + 256 : width;
                UNROLL for (int s = 0; s < SEQUENCES; s++) partial[s] = 0.0f;
                for (int j = from; j < end; j++)
                {
                    float w = weight[(long)j * hidden + k];
                    UNROLL for (int s = 0; s < SEQUENCES; s++) partial[s] = FMA(slopes[(long)(s < live ? s : 0) * width + j], w, partial[s]);
                }
                UNROLL for (int s = 0; s < SEQUENCES; s++) sum[s] = sum[s] + partial[s];
            }
            UNROLL for (int s = 0; s < SEQUENCES; s++) if (s < live) dh0[((long)first + s) * hidden + k] = sum[s];
        }
        BARRIER();
    }
}
