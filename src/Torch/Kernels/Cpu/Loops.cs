using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Research.Numerics;

namespace Research.Torch.Kernels.Cpu;

/// <summary>Runs a function over long rows of values: in pieces of a fixed length, side by side where it pays.</summary>
internal static unsafe class Loops
{
    private const int Piece = 1 << 15;
    private const int Lanes = 8;

    /// <summary>Calls the body for pieces [first, first + count) of a row; several at once where there are many.</summary>
    public static void Pieces(long count, Action<long, long> body)
    {
        if (count <= 2 * Piece)
        {
            body(0, count);
            return;
        }

        long pieces = (count + Piece - 1) / Piece;
        ParallelLoop.For((int)pieces, i => body((long)i * Piece, Math.Min(Piece, count - ((long)i * Piece))));
    }

    /// <summary>Calls the body for items that cost so many values each; several at once where that pays.</summary>
    public static void Items(long count, long cost, Action<int> body)
    {
        if (count * Math.Max(1, cost) <= 2 * Piece)
        {
            for (int i = 0; i < count; i++)
            {
                body(i);
            }

            return;
        }

        ParallelLoop.For(checked((int)count), body);
    }

    /// <summary>The same for items that need some room each: so many of them one after the other can share it.</summary>
    /// <param name="body">Takes the first item and the one after the last.</param>
    public static void Groups(long count, long cost, int atOnce, Action<int, int> body) =>
        Items(
            (count + atOnce - 1) / atOnce,
            cost * atOnce,
            group => body(group * atOnce, (int)Math.Min(count, ((long)group + 1) * atOnce))
        );

    public static void Unary<TFunction>(float* source, float* target, long count, float p, float q)
        where TFunction : struct, IUnary
    {
        if (count <= 2 * Piece)
        {
            UnaryPiece<TFunction>(source, target, count, p, q);
            return;
        }

        Pieces(count, (first, length) => UnaryPiece<TFunction>(source + first, target + first, length, p, q));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void UnaryPiece<TFunction>(float* source, float* target, long count, float p, float q)
        where TFunction : struct, IUnary
    {
        (Vector256<float> vp, Vector256<float> vq) = (Vector256.Create(p), Vector256.Create(q));
        long i = 0;
        for (; i + Lanes <= count; i += Lanes)
        {
            TFunction.Of(Vector256.Load(source + i), vp, vq).Store(target + i);
        }

        if (i < count)
        {
            int rest = (int)(count - i);
            StorePart(TFunction.Of(LoadPart(source + i, rest), vp, vq), target + i, rest);
        }
    }

    /// <summary>One line of a function of two values, each side a row or one value that repeats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void BinaryLine<TFunction>(float* a, bool repeatA, float* b, bool repeatB, float* target, long count)
        where TFunction : struct, IBinary
    {
        (Vector256<float> va, Vector256<float> vb) = (Vector256.Create(*a), Vector256.Create(*b));
        long i = 0;
        for (; i + Lanes <= count; i += Lanes)
        {
            va = repeatA ? va : Vector256.Load(a + i);
            vb = repeatB ? vb : Vector256.Load(b + i);
            TFunction.Of(va, vb).Store(target + i);
        }

        if (i < count)
        {
            int rest = (int)(count - i);
            va = repeatA ? va : LoadPart(a + i, rest);
            vb = repeatB ? vb : LoadPart(b + i, rest);
            StorePart(TFunction.Of(va, vb), target + i, rest);
        }
    }

    /// <summary>The first values of a row, ones after them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadPart(float* source, int count)
    {
        float* lanes = stackalloc float[Lanes];
        for (int i = 0; i < Lanes; i++)
        {
            lanes[i] = i < count ? source[i] : 1;
        }

        return Vector256.Load(lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart(Vector256<float> value, float* target, int count)
    {
        float* lanes = stackalloc float[Lanes];
        value.Store(lanes);
        for (int i = 0; i < count; i++)
        {
            target[i] = lanes[i];
        }
    }
}
