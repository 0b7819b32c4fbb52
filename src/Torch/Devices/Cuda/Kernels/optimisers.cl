// Steps of all parameters in one launch: Optimisers.cs. A block takes one piece of a parameter; ends[i] counts the pieces of task i and those before it.
#define PIECE 4096

typedef struct
{
    GLOBAL float *parameter;
    GLOBAL const float *gradient;
    GLOBAL float *first, *second, *third;
    long count;
    float beta1, rest1, beta2, rest2, epsilon, step, root, weightDecay, decay, sign, share, unused;
} update_task;

#define OWN_PIECE \
    int piece = BLOCK_X, low = 0; \
    for (int high = tasks - 1; low < high;) \
    { \
        int middle = (low + high) / 2; \
        if (ends[middle] <= piece) low = middle + 1; \
        else high = middle; \
    } \
    GLOBAL const update_task *own = task + low; \
    long from = (long)(piece - (low == 0 ? 0 : ends[low - 1])) * PIECE; \
    long end = from + PIECE < own->count ? from + PIECE : own->count;

// Kingma and Ba (2015), algorithm 1; AMSGrad where the largest is kept.
KERNEL void adam(GLOBAL const update_task *task, GLOBAL const int *ends, int tasks)
{
    OWN_PIECE
    for (long i = from + TID; i < end; i += THREADS)
    {
        float p = own->parameter[i] * own->decay;
        float g = FMA(p, own->weightDecay, own->gradient[i] * own->sign);
        float m = FMA(own->beta1, own->first[i], g * own->rest1);
        float v = FMA(own->beta2, own->second[i], g * g * own->rest2);
        own->first[i] = m;
        own->second[i] = v;
        if (own->third)
        {
            v = larger(own->third[i], v);
            own->third[i] = v;
        }
        float root = (ROOT(v) / own->root) + own->epsilon;
        own->parameter[i] = FMA(-own->step, m / root, p);
    }
}

// Gradient descent with momentum, in PyTorch's form.
KERNEL void descent(GLOBAL const update_task *task, GLOBAL const int *ends, int tasks, float rate, float momentum, float weightDecay, int nesterov, int maximize)
{
    OWN_PIECE
    for (long i = from + TID; i < end; i += THREADS)
    {
        float p = own->parameter[i], g = own->gradient[i];
        g = maximize ? AS_FLOAT(AS_INT(g) ^ (int)0x80000000) : g;
        g = weightDecay == 0.0f ? g : g + FMA(p, weightDecay, 0.0f);
        if (own->first)
        {
            float b = FMA(g, own->share, FMA(own->first[i], momentum, 0.0f));
            own->first[i] = b;
            g = nesterov ? g + FMA(b, momentum, 0.0f) : b;
        }
        own->parameter[i] = FMA(g, rate, p);
    }
}
