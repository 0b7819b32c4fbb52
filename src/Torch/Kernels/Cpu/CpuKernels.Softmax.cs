using System.Runtime.Intrinsics;
using Research.Numerics;

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
            shift = (float)PortableMath.Log(sum);
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
                using var room = new Scratch(inner == 1 ? 0 : 2 * size);
                for (long i = 0; i < inner; i++)
                {
                    long first = (o * size * inner) + i;
                    float* g = inner == 1 ? gradient + first : Line(gradient + first, size, inner, room.Data);
                    float* y = inner == 1 ? output + first : Line(output + first, size, inner, room.Data + size);
                    SoftmaxBackwardLine(logarithm, g, y, target + first, size, inner);
                }
            }
        );

    private static float* Line(float* source, long size, long step, float* line)
    {
        for (long j = 0; j < size; j++)
        {
            line[j] = source[j * step];
        }

        return line;
    }

    // y·(g − Σ g·y), or g − exp(y)·Σ g of the logarithm.
    private static void SoftmaxBackwardLine(bool logarithm, float* g, float* y, float* target, long size, long step)
    {
        var whole = (float)(logarithm ? LineSums.Sum(g, size) : LineSums.Product(g, y, 0, size));
        var sum = Vector256.Create(whole);
        for (long j = 0; j < size; j += VectorLanes)
        {
            int live = (int)Math.Min(VectorLanes, size - j);
            (Vector256<float> slope, Vector256<float> value) = (Some(g + j, live), Some(y + j, live));
            Vector256<float> result = logarithm ? Fused.MultiplyAdd(-VectorMath.Exp(value), sum, slope) : value * (slope - sum);
            Scatter(result, target + (j * step), step, live);
        }
    }

    private static void Scatter(Vector256<float> values, float* target, long step, int live)
    {
        if (step == 1 && live == VectorLanes)
        {
            values.Store(target);
            return;
        }

        float* lanes = stackalloc float[VectorLanes];
        values.Store(lanes);
        for (int lane = 0; lane < live; lane++)
        {
            target[lane * step] = lanes[lane];
        }
    }

    private static Vector256<float> Some(float* source, int live) =>
        live == VectorLanes ? Vector256.Load(source) : Loops.LoadPart(source, live);
}
