using System.Runtime.Intrinsics;

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
                    Vector256.Create(shift[c])
                );
                long i = 0;
                for (; i + VectorLanes <= pixels; i += VectorLanes)
                {
                    (((Vector256.Load(x + i) - m) * a) + b).Store(y + i);
                }

                for (; i < pixels; i++)
                {
                    y[i] = ((x[i] - mean[c]) * scale[c]) + shift[c];
                }
            }
        );

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
                    ((Vector256.Load(g + i) * va) + ((Vector256.Load(x + i) - m) * vb) + vc).Store(y + i);
                }

                for (; i < pixels; i++)
                {
                    y[i] = (g[i] * a[k]) + ((x[i] - mean[k]) * b[k]) + c[k];
                }
            }
        );
}
