namespace Research.Torch.Kernels.Cpu;

internal sealed unsafe partial class CpuKernels
{
    public void Softmax(bool logarithm, float* source, float* target, long outer, long size, long inner) =>
        Loops.Items(
            outer,
            size * inner,
            o =>
            {
                float* line = stackalloc float[(int)Math.Min(size, 1024)];
                float* spare =
                    size > 1024 ? (float*)System.Runtime.InteropServices.NativeMemory.Alloc((nuint)(size * sizeof(float))) : line;
                for (long i = 0; i < inner; i++)
                {
                    long first = (o * size * inner) + i;
                    SoftmaxLine(logarithm, source + first, target + first, size, inner, spare);
                }

                if (spare != line)
                {
                    System.Runtime.InteropServices.NativeMemory.Free(spare);
                }
            }
        );

    private static void SoftmaxLine(bool logarithm, float* x, float* y, long size, long step, float* line)
    {
        float most = x[0];
        for (long j = 1; j < size; j++)
        {
            most = Math.Max(most, x[j * step]);
        }

        for (long j = 0; j < size; j++)
        {
            line[j] = x[j * step] - most;
        }

        float* powers = line;
        float shift = 0;
        if (logarithm)
        {
            for (long j = 0; j < size; j++)
            {
                y[j * step] = line[j];
            }
        }

        Loops.Unary<Exponential>(line, powers, size, 0, 0);
        double sum = LineSums.Sum(powers, size);
        if (logarithm)
        {
            shift = (float)Numerics.PortableMath.Log(sum);
        }

        var scale = (float)(1 / sum);
        for (long j = 0; j < size; j++)
        {
            y[j * step] = logarithm ? y[j * step] - shift : powers[j] * scale;
        }
    }

    public void SoftmaxBackward(
        bool logarithm,
        float* gradient,
        float* output,
        float* target,
        long outer,
        long size,
        long inner
    ) =>
        Loops.Items(
            outer,
            size * inner,
            o =>
            {
                for (long i = 0; i < inner; i++)
                {
                    long first = (o * size * inner) + i;
                    SoftmaxBackwardLine(logarithm, gradient + first, output + first, target + first, size, inner);
                }
            }
        );

    private static void SoftmaxBackwardLine(bool logarithm, float* g, float* y, float* target, long size, long step)
    {
        double sum = 0;
        for (long j = 0; j < size; j++)
        {
            sum += logarithm ? g[j * step] : (double)g[j * step] * y[j * step];
        }

        var whole = (float)sum;
        for (long j = 0; j < size; j++)
        {
            float value = y[j * step];
            target[j * step] = logarithm
                ? g[j * step] - ((float)Numerics.PortableMath.Exp((double)value) * whole)
                : value * (g[j * step] - whole);
        }
    }
}
