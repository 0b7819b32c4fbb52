using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Research.Numerics;

namespace Research.Torch.Kernels.Cpu;

internal readonly struct Negate : IUnary
{
    public static Vector256<float> Of(Vector256<float> x, Vector256<float> p, Vector256<float> q) => -x;
}

internal readonly struct Absolute : IUnary
{
    public static Vector256<float> Of(Vector256<float> x, Vector256<float> p, Vector256<float> q) => Vector256.Abs(x);
}

internal readonly struct Exponential : IUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(Vector256<float> x, Vector256<float> p, Vector256<float> q) => VectorMath.Exp(x);
}

internal readonly struct Logarithm : IUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(Vector256<float> x, Vector256<float> p, Vector256<float> q) => VectorMath.Log(x);
}

internal readonly struct SquareRoot : IUnary
{
    public static Vector256<float> Of(Vector256<float> x, Vector256<float> p, Vector256<float> q) => Vector256.Sqrt(x);
}

internal readonly struct ReciprocalSquareRoot : IUnary
{
    public static Vector256<float> Of(Vector256<float> x, Vector256<float> p, Vector256<float> q) =>
        Vector256<float>.One / Vector256.Sqrt(x);
}

internal readonly struct Inverse : IUnary
{
    public static Vector256<float> Of(Vector256<float> x, Vector256<float> p, Vector256<float> q) => Vector256<float>.One / x;
}

internal readonly struct Squared : IUnary
{
    public static Vector256<float> Of(Vector256<float> x, Vector256<float> p, Vector256<float> q) => x * x;
}

internal readonly struct HyperbolicTangent : IUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(Vector256<float> x, Vector256<float> p, Vector256<float> q) => VectorMath.Tanh(x);
}

internal readonly struct Logistic : IUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(Vector256<float> x, Vector256<float> p, Vector256<float> q) => VectorMath.Sigmoid(x);
}

// Written with a comparison, so that NaN stays NaN on every machine.
internal readonly struct Rectified : IUnary
{
    public static Vector256<float> Of(Vector256<float> x, Vector256<float> p, Vector256<float> q) =>
        Vector256.ConditionalSelect(Vector256.LessThanOrEqual(x, Vector256<float>.Zero), Vector256<float>.Zero, x);
}

internal readonly struct LeakyRectified : IUnary
{
    public static Vector256<float> Of(Vector256<float> x, Vector256<float> p, Vector256<float> q) =>
        Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), x * p, x);
}

internal readonly struct Clamped : IUnary
{
    public static Vector256<float> Of(Vector256<float> x, Vector256<float> p, Vector256<float> q)
    {
        Vector256<float> raised = Vector256.ConditionalSelect(Vector256.LessThan(x, p), p, x);
        return Vector256.ConditionalSelect(Vector256.GreaterThan(raised, q), q, raised);
    }
}

internal readonly struct SignOf : IUnary
{
    public static Vector256<float> Of(Vector256<float> x, Vector256<float> p, Vector256<float> q)
    {
        Vector256<float> sign = Vector256.ConditionalSelect(
            Vector256.GreaterThan(x, Vector256<float>.Zero),
            Vector256<float>.One,
            x // zero and NaN stay
        );
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), -Vector256<float>.One, sign);
    }
}

internal readonly struct FloorOf : IUnary
{
    public static Vector256<float> Of(Vector256<float> x, Vector256<float> p, Vector256<float> q) => Vector256.Floor(x);
}

internal readonly struct CeilingOf : IUnary
{
    public static Vector256<float> Of(Vector256<float> x, Vector256<float> p, Vector256<float> q) => Vector256.Ceiling(x);
}

internal readonly struct Affine : IUnary
{
    public static Vector256<float> Of(Vector256<float> x, Vector256<float> p, Vector256<float> q) => Fused.MultiplyAdd(x, p, q);
}

/// <summary>A function that is computed in double, lane by lane.</summary>
internal interface ILane
{
    static abstract double Of(double x, double p);
}

internal readonly struct Lanes<TFunction> : IUnary
    where TFunction : ILane
{
    public static Vector256<float> Of(Vector256<float> x, Vector256<float> p, Vector256<float> q)
    {
        Span<float> lanes = stackalloc float[Vector256<float>.Count];
        x.CopyTo(lanes);
        for (int i = 0; i < lanes.Length; i++)
        {
            lanes[i] = (float)TFunction.Of(lanes[i], p[0]);
        }

        return Vector256.Create<float>(lanes);
    }
}

internal readonly struct SineLane : ILane
{
    public static double Of(double x, double p) => PortableMath.Sin(x);
}

internal readonly struct CosineLane : ILane
{
    public static double Of(double x, double p) => PortableMath.Cos(x);
}

internal readonly struct Log1pLane : ILane
{
    public static double Of(double x, double p) => PortableMath.Log1p(x);
}

internal readonly struct RoundLane : ILane
{
    public static double Of(double x, double p) => Math.Round(x, MidpointRounding.ToEven);
}

internal readonly struct PowerLane : ILane
{
    public static double Of(double x, double p) => PortableMath.Pow(x, p);
}
