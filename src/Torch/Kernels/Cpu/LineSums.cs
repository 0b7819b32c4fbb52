using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Research.Torch.Kernels.Cpu;

/// <summary>Sums along memory: lanes within blocks of 512, blocks in double, in an order that the length alone decides.</summary>
internal static unsafe class LineSums
{
    private const int Lanes = 8;
    private const int BlockLength = 512;

    public static double Sum(float* x, long count)
    {
        double sum = 0;
        for (long first = 0; first < count; first += BlockLength)
        {
            sum += Block(x + first, (int)Math.Min(BlockLength, count - first));
        }

        return sum;
    }

    /// <summary>Σ a·(b − offset).</summary>
    public static double Product(float* a, float* b, float offset, long count)
    {
        double sum = 0;
        for (long first = 0; first < count; first += BlockLength)
        {
            sum += BlockProduct(a + first, b + first, offset, (int)Math.Min(BlockLength, count - first));
        }

        return sum;
    }

    /// <summary>Σ (x − offset)².</summary>
    public static double Squares(float* x, float offset, long count)
    {
        double sum = 0;
        for (long first = 0; first < count; first += BlockLength)
        {
            sum += BlockSquares(x + first, offset, (int)Math.Min(BlockLength, count - first));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Block(float* x, int count)
    {
        Vector256<float> sum = Vector256<float>.Zero;
        int i = 0;
        for (; i + Lanes <= count; i += Lanes)
        {
            sum += Vector256.Load(x + i);
        }

        double total = Fold(sum);
        for (; i < count; i++)
        {
            total += x[i];
        }

        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double BlockProduct(float* a, float* b, float offset, int count)
    {
        Vector256<float> shift = Vector256.Create(offset);
        Vector256<float> sum = Vector256<float>.Zero;
        int i = 0;
        for (; i + Lanes <= count; i += Lanes)
        {
            sum += Vector256.Load(a + i) * (Vector256.Load(b + i) - shift);
        }

        double total = Fold(sum);
        for (; i < count; i++)
        {
            total += a[i] * (b[i] - offset);
        }

        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double BlockSquares(float* x, float offset, int count)
    {
        Vector256<float> shift = Vector256.Create(offset);
        Vector256<float> sum = Vector256<float>.Zero;
        int i = 0;
        for (; i + Lanes <= count; i += Lanes)
        {
            Vector256<float> d = Vector256.Load(x + i) - shift;
            sum += d * d;
        }

        double total = Fold(sum);
        for (; i < count; i++)
        {
            float d = x[i] - offset;
            total += d * d;
        }

        return total;
    }

    // Not Vector256.Sum: its order is the framework's business.
    private static double Fold(Vector256<float> x) =>
        ((double)x[0] + x[4]) + ((double)x[1] + x[5]) + (((double)x[2] + x[6]) + ((double)x[3] + x[7]));
}
