using System.Runtime.Intrinsics;
using Research.Numerics;

namespace Research.Torch.Kernels.Cpu;

internal readonly struct Sum : IBinary, IWhole
{
    public static Vector256<float> Of(Vector256<float> a, Vector256<float> b) => a + b;

    public static long Of(long a, long b) => a + b;
}

internal readonly struct Difference : IBinary, IWhole
{
    public static Vector256<float> Of(Vector256<float> a, Vector256<float> b) => a - b;

    public static long Of(long a, long b) => a - b;
}

internal readonly struct Product : IBinary, IWhole
{
    public static Vector256<float> Of(Vector256<float> a, Vector256<float> b) => a * b;

    public static long Of(long a, long b) => a * b;
}

internal readonly struct Quotient : IBinary
{
    public static Vector256<float> Of(Vector256<float> a, Vector256<float> b) => a / b;
}

// NaN wins, as in PyTorch.
internal readonly struct Larger : IBinary, IWhole
{
    public static Vector256<float> Of(Vector256<float> a, Vector256<float> b)
    {
        Vector256<float> larger = Vector256.ConditionalSelect(Vector256.GreaterThan(a, b), a, b);
        return Vector256.ConditionalSelect(Vector256.Equals(a, a), larger, a);
    }

    public static long Of(long a, long b) => Math.Max(a, b);
}

internal readonly struct Smaller : IBinary, IWhole
{
    public static Vector256<float> Of(Vector256<float> a, Vector256<float> b)
    {
        Vector256<float> smaller = Vector256.ConditionalSelect(Vector256.LessThan(a, b), a, b);
        return Vector256.ConditionalSelect(Vector256.Equals(a, a), smaller, a);
    }

    public static long Of(long a, long b) => Math.Min(a, b);
}

internal readonly struct PowerOf : IBinary
{
    public static Vector256<float> Of(Vector256<float> a, Vector256<float> b)
    {
        Span<float> x = stackalloc float[Vector256<float>.Count];
        Span<float> y = stackalloc float[Vector256<float>.Count];
        a.CopyTo(x);
        b.CopyTo(y);
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = (float)PortableMath.Pow(x[i], (double)y[i]);
        }

        return Vector256.Create<float>(x);
    }
}

internal readonly struct TanhGradient : IBinary
{
    public static Vector256<float> Of(Vector256<float> a, Vector256<float> b) =>
        a * Fused.MultiplyAdd(-b, b, Vector256<float>.One);
}

internal readonly struct SigmoidGradient : IBinary
{
    public static Vector256<float> Of(Vector256<float> a, Vector256<float> b) => a * (b * (Vector256<float>.One - b));
}

internal readonly struct ReluGradient : IBinary
{
    public static Vector256<float> Of(Vector256<float> a, Vector256<float> b) =>
        Vector256.ConditionalSelect(Vector256.LessThanOrEqual(b, Vector256<float>.Zero), Vector256<float>.Zero, a);
}
