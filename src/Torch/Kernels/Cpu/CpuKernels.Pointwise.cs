using TorchSharp;

namespace Research.Torch.Kernels.Cpu;

internal sealed unsafe partial class CpuKernels
{
    public void Unary(UnaryOp op, float* source, float* target, long count, float p, float q)
    {
        switch (op)
        {
            case UnaryOp.Negate:
                Loops.Unary<Negate>(source, target, count, p, q);
                break;
            case UnaryOp.Abs:
                Loops.Unary<Absolute>(source, target, count, p, q);
                break;
            case UnaryOp.Exp:
                Loops.Unary<Exponential>(source, target, count, p, q);
                break;
            case UnaryOp.Log:
                Loops.Unary<Logarithm>(source, target, count, p, q);
                break;
            case UnaryOp.Log1p:
                Loops.Unary<Lanes<Log1pLane>>(source, target, count, p, q);
                break;
            case UnaryOp.Sqrt:
                Loops.Unary<SquareRoot>(source, target, count, p, q);
                break;
            case UnaryOp.ReciprocalSqrt:
                Loops.Unary<ReciprocalSquareRoot>(source, target, count, p, q);
                break;
            case UnaryOp.Reciprocal:
                Loops.Unary<Inverse>(source, target, count, p, q);
                break;
            case UnaryOp.Square:
                Loops.Unary<Squared>(source, target, count, p, q);
                break;
            case UnaryOp.Sin:
                Loops.Unary<Lanes<SineLane>>(source, target, count, p, q);
                break;
            case UnaryOp.Cos:
                Loops.Unary<Lanes<CosineLane>>(source, target, count, p, q);
                break;
            case UnaryOp.Tanh:
                Loops.Unary<HyperbolicTangent>(source, target, count, p, q);
                break;
            case UnaryOp.Sigmoid:
                Loops.Unary<Logistic>(source, target, count, p, q);
                break;
            case UnaryOp.Relu:
                Loops.Unary<Rectified>(source, target, count, p, q);
                break;
            case UnaryOp.LeakyRelu:
                Loops.Unary<LeakyRectified>(source, target, count, p, q);
                break;
            case UnaryOp.Clamp:
                Loops.Unary<Clamped>(source, target, count, p, q);
                break;
            case UnaryOp.Sign:
                Loops.Unary<SignOf>(source, target, count, p, q);
                break;
            case UnaryOp.Floor:
                Loops.Unary<FloorOf>(source, target, count, p, q);
                break;
            case UnaryOp.Ceiling:
                Loops.Unary<CeilingOf>(source, target, count, p, q);
                break;
            case UnaryOp.Round:
                Loops.Unary<Lanes<RoundLane>>(source, target, count, p, q);
                break;
            case UnaryOp.Affine:
                Loops.Unary<Affine>(source, target, count, p, q);
                break;
            case UnaryOp.Power:
                Loops.Unary<Lanes<PowerLane>>(source, target, count, p, q);
                break;
            default:
                throw NoSuch(op);
        }
    }

    public void Binary(
        BinaryOp op,
        torch.ScalarType type,
        void* a,
        ReadOnlySpan<long> aStrides,
        void* b,
        ReadOnlySpan<long> bStrides,
        void* target,
        ReadOnlySpan<long> shape
    )
    {
        var lines = new Broadcasting(shape, aStrides, bStrides);
        if (type == torch.ScalarType.Int64)
        {
            Whole(op, lines, (long*)a, (long*)b, (long*)target);
            return;
        }

        var x = (float*)a;
        var y = (float*)b;
        var z = (float*)target;
        switch (op)
        {
            case BinaryOp.Add:
                Lines<Sum>(lines, x, y, z);
                break;
            case BinaryOp.Subtract:
                Lines<Difference>(lines, x, y, z);
                break;
            case BinaryOp.Multiply:
                Lines<Product>(lines, x, y, z);
                break;
            case BinaryOp.Divide:
                Lines<Quotient>(lines, x, y, z);
                break;
            case BinaryOp.Maximum:
                Lines<Larger>(lines, x, y, z);
                break;
            case BinaryOp.Minimum:
                Lines<Smaller>(lines, x, y, z);
                break;
            case BinaryOp.Power:
                Lines<PowerOf>(lines, x, y, z);
                break;
            case BinaryOp.TanhBackward:
                Lines<TanhGradient>(lines, x, y, z);
                break;
            case BinaryOp.SigmoidBackward:
                Lines<SigmoidGradient>(lines, x, y, z);
                break;
            case BinaryOp.ReluBackward:
                Lines<ReluGradient>(lines, x, y, z);
                break;
            default:
                throw NoSuch(op);
        }
    }

    private static void Lines<TFunction>(Broadcasting lines, float* a, float* b, float* target)
        where TFunction : struct, IBinary
    {
        (long length, bool repeatA, bool repeatB) = (lines.Length, lines.RepeatsA, lines.RepeatsB);
        if (lines.Lines == 1)
        {
            Loops.Pieces(
                length,
                (first, count) =>
                    Loops.BinaryLine<TFunction>(
                        repeatA ? a : a + first,
                        repeatA,
                        repeatB ? b : b + first,
                        repeatB,
                        target + first,
                        count
                    )
            );
            return;
        }

        Loops.Items(
            lines.Lines,
            length,
            line =>
            {
                (long x, long y) = lines.Start(line);
                Loops.BinaryLine<TFunction>(a + x, repeatA, b + y, repeatB, target + (line * length), length);
            }
        );
    }

    private static void Whole(BinaryOp op, Broadcasting lines, long* a, long* b, long* target)
    {
        switch (op)
        {
            case BinaryOp.Add:
                WholeLines<Sum>(lines, a, b, target);
                break;
            case BinaryOp.Subtract:
                WholeLines<Difference>(lines, a, b, target);
                break;
            case BinaryOp.Multiply:
                WholeLines<Product>(lines, a, b, target);
                break;
            case BinaryOp.Maximum:
                WholeLines<Larger>(lines, a, b, target);
                break;
            case BinaryOp.Minimum:
                WholeLines<Smaller>(lines, a, b, target);
                break;
            default:
                throw NoSuch($"{op} of whole numbers");
        }
    }

    private static void WholeLines<TFunction>(Broadcasting lines, long* a, long* b, long* target)
        where TFunction : struct, IWhole
    {
        (int stepA, int stepB) = (lines.RepeatsA ? 0 : 1, lines.RepeatsB ? 0 : 1);
        for (long line = 0; line < lines.Lines; line++)
        {
            (long x, long y) = lines.Start(line);
            for (long i = 0; i < lines.Length; i++)
            {
                target[(line * lines.Length) + i] = TFunction.Of(a[x + (i * stepA)], b[y + (i * stepB)]);
            }
        }
    }

    public void Compare(
        CompareOp op,
        torch.ScalarType type,
        void* a,
        ReadOnlySpan<long> aStrides,
        void* b,
        ReadOnlySpan<long> bStrides,
        bool* target,
        ReadOnlySpan<long> shape
    )
    {
        var lines = new Broadcasting(shape, aStrides, bStrides);
        switch (type)
        {
            case torch.ScalarType.Float32:
                CompareLines(op, lines, (float*)a, (float*)b, target);
                break;
            case torch.ScalarType.Int64:
                CompareLines(op, lines, (long*)a, (long*)b, target);
                break;
            default:
                CompareLines(op, lines, (byte*)a, (byte*)b, target);
                break;
        }
    }

    private static void CompareLines<T>(CompareOp op, Broadcasting lines, T* a, T* b, bool* target)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        (int stepA, int stepB) = (lines.RepeatsA ? 0 : 1, lines.RepeatsB ? 0 : 1);
        long length = lines.Length;
        Loops.Items(
            lines.Lines,
            length,
            line =>
            {
                (long x, long y) = lines.Start(line);
                for (long i = 0; i < length; i++)
                {
                    target[(line * length) + i] = Holds(op, a[x + (i * stepA)], b[y + (i * stepB)]);
                }
            }
        );
    }

    private static bool Holds<T>(CompareOp op, T a, T b)
        where T : System.Numerics.INumber<T> =>
        op switch
        {
            CompareOp.Equal => a == b,
            CompareOp.NotEqual => a != b,
            CompareOp.Less => a < b,
            CompareOp.LessOrEqual => a <= b,
            CompareOp.Greater => a > b,
            _ => a >= b,
        };
}
