using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Research.Numerics;

namespace Research.Torch.Kernels.Cpu;

/// <summary>Sums along memory: lanes within blocks of 512, blocks in double, in an order that the length alone decides.</summary>
/// <remarks>Value i goes to lane i mod 8, so zeros at the end of a line change no bit of its sum. Products are fused.</remarks>
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

    /// <summary>Σ a·b for four lines b, whose sums do not wait for one another.</summary>
    /// <param name="share">From one line to the next.</param>
    /// <param name="sums">Four.</param>
    public static void Products(float* a, float* b, int share, int count, double* sums)
    {
        new Span<double>(sums, 4).Clear();
        for (int first = 0; first < count; first += BlockLength)
        {
            BlockProducts(a + first, b + first, share, Math.Min(BlockLength, count - first), sums);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void BlockProducts(float* a, float* b, int share, int count, double* sums)
    {
        Vector256<float> s0 = Vector256<float>.Zero;
        (Vector256<float> s1, Vector256<float> s2, Vector256<float> s3) = (s0, s0, s0);
        int i = 0;
        for (; i + Lanes <= count; i += Lanes)
        {
            Vector256<float> x = Vector256.Load(a + i);
            float* y = b + i;
            s0 = Fused.MultiplyAdd(x, Vector256.Load(y), s0);
            s1 = Fused.MultiplyAdd(x, Vector256.Load(y + share), s1);
            s2 = Fused.MultiplyAdd(x, Vector256.Load(y + (2 * share)), s2);
            s3 = Fused.MultiplyAdd(x, Vector256.Load(y + (3 * share)), s3);
        }

        sums[0] += Fold(Leftover(a, b, i, count, s0));
        sums[1] += Fold(Leftover(a, b + share, i, count, s1));
        sums[2] += Fold(Leftover(a, b + (2 * share), i, count, s2));
        sums[3] += Fold(Leftover(a, b + (3 * share), i, count, s3));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<float> Leftover(float* a, float* b, int from, int count, Vector256<float> sum)
    {
        for (int lane = 0; from + lane < count; lane++)
        {
            sum = sum.WithElement(lane, Fused.MultiplyAdd(a[from + lane], b[from + lane], sum[lane]));
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
        if (count < Lanes)
        {
            return Short(x, count);
        }

        Vector256<float> sum = Vector256<float>.Zero;
        int i = 0;
        for (; i + Lanes <= count; i += Lanes)
        {
            sum += Vector256.Load(x + i);
        }

        return Fold(i == count ? sum : Select(count - i, sum + Rest(x, count), sum));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double BlockProduct(float* a, float* b, float offset, int count)
    {
        if (count < Lanes)
        {
            return ShortProduct(a, 0, b, offset, count);
        }

        Vector256<float> shift = Vector256.Create(offset);
        Vector256<float> sum = Vector256<float>.Zero;
        int i = 0;
        for (; i + Lanes <= count; i += Lanes)
        {
            sum = Fused.MultiplyAdd(Vector256.Load(a + i), Vector256.Load(b + i) - shift, sum);
        }

        return Fold(i == count ? sum : Select(count - i, Fused.MultiplyAdd(Rest(a, count), Rest(b, count) - shift, sum), sum));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double BlockSquares(float* x, float offset, int count)
    {
        if (count < Lanes)
        {
            return ShortProduct(x, offset, x, offset, count);
        }

        Vector256<float> shift = Vector256.Create(offset);
        Vector256<float> sum = Vector256<float>.Zero;
        int i = 0;
        for (; i + Lanes <= count; i += Lanes)
        {
            Vector256<float> d = Vector256.Load(x + i) - shift;
            sum = Fused.MultiplyAdd(d, d, sum);
        }

        if (i < count)
        {
            Vector256<float> d = Rest(x, count) - shift;
            sum = Select(count - i, Fused.MultiplyAdd(d, d, sum), sum);
        }

        return Fold(sum);
    }

    // Apart, because a call would keep the sums of the long ones in memory.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Short(float* x, int count)
    {
        float* lanes = stackalloc float[Lanes];
        Rows.Clear(lanes, Lanes);
        for (int i = 0; i < count; i++)
        {
            lanes[i] += x[i];
        }

        return Fold(Vector256.Load(lanes));
    }

    // Σ (a − offsetA)·(b − offsetB).
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double ShortProduct(float* a, float offsetA, float* b, float offsetB, int count)
    {
        float* lanes = stackalloc float[Lanes];
        Rows.Clear(lanes, Lanes);
        for (int i = 0; i < count; i++)
        {
            lanes[i] = Fused.MultiplyAdd(a[i] - offsetA, b[i] - offsetB, lanes[i]);
        }

        return Fold(Vector256.Load(lanes));
    }

    // What is left over after whole lanes, in the lanes that it would have in a longer line; zeros in the others.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Rest(float* x, int count) =>
        Vector256.Shuffle(Vector256.Load(x + count - Lanes), Vector256<int>.Indices + Vector256.Create(Lanes - (count % Lanes)));

    // The first lanes of one, the others of the other.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Select(int count, Vector256<float> first, Vector256<float> others) =>
        Vector256.ConditionalSelect(
            Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count)).AsSingle(),
            first,
            others
        );

    // Not Vector256.Sum: its order is the framework's business.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Fold(Vector256<float> x) =>
        ((double)x[0] + x[4]) + ((double)x[1] + x[5]) + (((double)x[2] + x[6]) + ((double)x[3] + x[7]));
}
