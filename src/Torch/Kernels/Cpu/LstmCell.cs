using System.Runtime.Intrinsics;
using Research.Numerics;

namespace Research.Torch.Kernels.Cpu;

/// <summary>Hochreiter and Schmidhuber (1997) with a forget gate: c' = f·c + i·g, h' = o·tanh c'. Gates i, f, g, o as PyTorch orders them.</summary>
internal readonly unsafe struct LstmCell : ICell
{
    public static bool Joined => true;

    public static void Forward(int hidden, float* x, float* gates, float* h, float* c, float* kept, float* nextH, float* nextC)
    {
        for (int at = 0; at < hidden; at += Lane.Count)
        {
            int j = Lane.Start(at, hidden);
            Vector256<float> i = VectorMath.Sigmoid(Lane.Load(gates, j, hidden));
            Vector256<float> f = VectorMath.Sigmoid(Lane.Load(gates + hidden, j, hidden));
            Vector256<float> g = VectorMath.Tanh(Lane.Load(gates + (2 * hidden), j, hidden));
            Vector256<float> o = VectorMath.Sigmoid(Lane.Load(gates + (3 * hidden), j, hidden));
            Vector256<float> cell = Fused.MultiplyAdd(f, Lane.Load(c, j, hidden), i * g);
            Vector256<float> bounded = VectorMath.Tanh(cell);
            Lane.Store(i, kept, j, hidden);
            Lane.Store(f, kept + hidden, j, hidden);
            Lane.Store(g, kept + (2 * hidden), j, hidden);
            Lane.Store(o, kept + (3 * hidden), j, hidden);
            Lane.Store(cell, kept + (4 * hidden), j, hidden);
            Lane.Store(bounded, kept + (5 * hidden), j, hidden);
            Lane.Store(cell, nextC, j, hidden);
            Lane.Store(o * bounded, nextH, j, hidden);
        }
    }

    public static void Backward(
        int hidden,
        float* h,
        float* c,
        float* output,
        float* kept,
        float* dh,
        float* dc,
        float* dx,
        float* dgates,
        float* directH,
        float* nextDc
    )
    {
        Vector256<float> one = Vector256<float>.One;
        for (int at = 0; at < hidden; at += Lane.Count)
        {
            int j = Lane.Start(at, hidden);
            Vector256<float> i = Lane.Load(kept, j, hidden);
            Vector256<float> f = Lane.Load(kept + hidden, j, hidden);
            Vector256<float> g = Lane.Load(kept + (2 * hidden), j, hidden);
            Vector256<float> o = Lane.Load(kept + (3 * hidden), j, hidden);
            Vector256<float> bounded = Lane.Load(kept + (5 * hidden), j, hidden);
            Vector256<float> slope = Lane.Load(dh, j, hidden);
            Vector256<float> steepness = Fused.MultiplyAdd(-bounded, bounded, one);
            Vector256<float> dcell = Fused.MultiplyAdd(slope * o, steepness, Lane.Load(dc, j, hidden));
            Lane.Store(dcell * g * i * (one - i), dx, j, hidden);
            Lane.Store(dcell * Lane.Load(c, j, hidden) * f * (one - f), dx + hidden, j, hidden);
            Lane.Store(dcell * i * Fused.MultiplyAdd(-g, g, one), dx + (2 * hidden), j, hidden);
            Lane.Store(slope * bounded * o * (one - o), dx + (3 * hidden), j, hidden);
            Lane.Store(Vector256<float>.Zero, directH, j, hidden);
            Lane.Store(dcell * f, nextDc, j, hidden);
        }
    }
}
