using System.Runtime.Intrinsics;
using Research.Numerics;

namespace Research.Torch.Kernels.Cpu;

internal sealed unsafe partial class CpuKernels
{
    private const int VectorLanes = 8;

    public void ChannelStatistics(float* input, float* mean, float* variance, int batch, int channels, long pixels) =>
        Loops.Items(
            channels,
            batch * pixels,
            c =>
            {
                (double sum, double squares, double count) = (0, 0, (double)batch * pixels);
                for (int n = 0; n < batch; n++)
                {
                    sum += LineSums.Sum(input + ((((long)n * channels) + c) * pixels), pixels);
                }

                var center = (float)(sum / count);
                for (int n = 0; n < batch; n++)
                {
                    squares += LineSums.Squares(input + ((((long)n * channels) + c) * pixels), center, pixels);
                }

                (mean[c], variance[c]) = (center, (float)(squares / count));
            }
        );

    public void ChannelAffine(
        float* input,
        float* mean,
        float* scale,
        float* shift,
        float* output,
        int batch,
        int channels,
        long pixels
    ) =>
        Loops.Items(
            (long)batch * channels,
            pixels,
            item =>
            {
                int c = item % channels;
                float* x = input + (item * pixels);
                float* y = output + (item * pixels);
                (Vector256<float> m, Vector256<float> a, Vector256<float> b) = (
                    Vector256.Create(mean[c]),
                    Vector256.Create(scale[c]),
                    Vector256.Create(shift == null ? 0 : shift[c])
                );
                long i = 0;
                for (; i + VectorLanes <= pixels; i += VectorLanes)
                {
                    Fused.MultiplyAdd(Vector256.Load(x + i) - m, a, b).Store(y + i);
                }

                for (; i < pixels; i++)
                {
                    y[i] = Fused.MultiplyAdd(x[i] - mean[c], scale[c], shift == null ? 0 : shift[c]);
                }
            }
        );

    public void ChannelScale(float* variance, float* weight, float eps, float* deviation, float* scale, int channels)
    {
        for (int c = 0; c < channels; c++)
        {
            float own = 1 / (float)Math.Sqrt(variance[c] + eps);
            (deviation[c], scale[c]) = (own, weight == null ? own : own * weight[c]);
        }
    }

    public void ChannelSlopes(
        float* deviation,
        float* weight,
        float* sum,
        float* product,
        float count,
        float* a,
        float* b,
        float* c,
        float* slope,
        int channels
    )
    {
        for (int k = 0; k < channels; k++)
        {
            float own = deviation[k];
            a[k] = weight == null ? own : own * weight[k];
            b[k] = -(a[k] * own * own * product[k]) / count;
            c[k] = -(a[k] * sum[k]) / count;
            slope[k] = product[k] * own;
        }
    }

    public void ChannelRunning(float* running, float* value, float keep, float share, int channels)
    {
        for (int c = 0; c < channels; c++)
        {
            running[c] = Fused.MultiplyAdd(running[c], keep, 0) + Fused.MultiplyAdd(value[c], share, 0);
        }
    }

    public void ChannelSums(
        float* gradient,
        float* input,
        float* mean,
        float* sum,
        float* product,
        int batch,
        int channels,
        long pixels
    ) =>
        Loops.Items(
            channels,
            batch * pixels,
            c =>
            {
                (double total, double products) = (0, 0);
                for (int n = 0; n < batch; n++)
                {
                    long first = (((long)n * channels) + c) * pixels;
                    total += LineSums.Sum(gradient + first, pixels);
                    products += LineSums.Product(gradient + first, input + first, mean[c], pixels);
                }

                (sum[c], product[c]) = ((float)total, (float)products);
            }
        );

    public void ChannelBackward(
        float* gradient,
        float* input,
        float* mean,
        float* a,
        float* b,
        float* c,
        float* target,
        int batch,
        int channels,
        long pixels
    ) =>
        Loops.Items(
            (long)batch * channels,
            pixels,
            item =>
            {
                int k = item % channels;
                float* g = gradient + (item * pixels);
                float* x = input + (item * pixels);
                float* y = target + (item * pixels);
                (Vector256<float> m, Vector256<float> va) = (Vector256.Create(mean[k]), Vector256.Create(a[k]));
                (Vector256<float> vb, Vector256<float> vc) = (Vector256.Create(b[k]), Vector256.Create(c[k]));
                long i = 0;
                for (; i + VectorLanes <= pixels; i += VectorLanes)
                {
                    Vector256<float> share = Fused.MultiplyAdd(Vector256.Load(x + i) - m, vb, vc);
                    Fused.MultiplyAdd(Vector256.Load(g + i), va, share).Store(y + i);
                }

                for (; i < pixels; i++)
                {
                    y[i] = Fused.MultiplyAdd(g[i], a[k], Fused.MultiplyAdd(x[i] - mean[k], b[k], c[k]));
                }
            }
        );
}
