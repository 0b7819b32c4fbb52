// Normalization of [batch, channels, pixels] by channel: CpuKernels.Normalization.cs. Sums are in lines.cl.

KERNEL void channel_affine(GLOBAL const float *input, GLOBAL const float *mean, GLOBAL const float *scale, GLOBAL const float *shift, GLOBAL float *output, long count, int channels, long pixels)
{
    FOR_EACH(i, count)
    {
        long c = i / pixels % channels;
        output[i] = FMA(input[i] - mean[c], scale[c], shift ? shift[c] : 0.0f);
    }
}

KERNEL void channel_scale(GLOBAL const float *variance, GLOBAL const float *weight, float eps, GLOBAL float *deviation, GLOBAL float *scale, int channels)
{
    FOR_EACH(c, channels)
    {
        float own = 1.0f / ROOT(variance[c] + eps);
        deviation[c] = own;
        scale[c] = weight ? own * weight[c] : own;
    }
}

KERNEL void channel_slopes(GLOBAL const float *deviation, GLOBAL const float *weight, GLOBAL const float *sum, GLOBAL const float *product, float count, GLOBAL float *a, GLOBAL float *b, GLOBAL float *c, GLOBAL float *slope, int channels)
{
    FOR_EACH(k, channels)
    {
        float own = deviation[k];
        float first = weight ? own * weight[k] : own;
        a[k] = first;
        b[k] = -(first * own * own * product[k]) / count;
        c[k] = -(first * sum[k]) / count;
        slope[k] = product[k] * own;
    }
}

KERNEL void channel_running(GLOBAL float *running, GLOBAL const float *value, float keep, float share, int channels)
{
    FOR_EACH(c, channels) running[c] = FMA(running[c], keep, 0.0f) + FMA(value[c], share, 0.0f);
}

KERNEL void channel_backward(GLOBAL const float *gradient, GLOBAL const float *input, GLOBAL const float *mean, GLOBAL const float *a, GLOBAL const float *b, GLOBAL const float *c, GLOBAL float *target, long count, int channels, long pixels)
{
    FOR_EACH(i, count)
    {
        long k = i / pixels % channels;
        target[i] = FMA(gradient[i], a[k], FMA(input[i] - mean[k], b[k], c[k]));
    }
}
