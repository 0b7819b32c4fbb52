using System.Runtime.Intrinsics;
using Research.Numerics;

namespace Research.Torch.Kernels.Cpu;

/// <summary>Cho et al. (2014) as PyTorch has it: n = tanh(x + r·(W·h + b)), h' = (1 − z)·n + z·h. Gates r, z, n.</summary>
internal readonly unsafe struct GruCell : ICell
{
    public static bool Joined => false;

    public static void Forward(int hidden, float* x, float* gates, float* h, float* c, float* kept, float* nextH, float* nextC)
    {
        for (int at = 0; at < hidden; at += Lane.Count)
        {
            int j = Lane.Start(at, hidden);
            Vector256<float> r = VectorMath.Sigmoid(Lane.Load(x, j, hidden) + Lane.Load(gates, j, hidden));
            Vector256<float> z = VectorMath.Sigmoid(Lane.Load(x + hidden, j, hidden) + Lane.Load(gates + hidden, j, hidden));
            Vector256<float> inner = Lane.Load(gates + (2 * hidden), j, hidden);
            Vector256<float> n = VectorMath.Tanh(Fused.MultiplyAdd(r, inner, Lane.Load(x + (2 * hidden), j, hidden)));
            Lane.Store(r, kept, j, hidden);
            Lane.Store(z, kept + hidden, j, hidden);
            Lane.Store(n, kept + (2 * hidden), j, hidden);
            Lane.Store(inner, kept + (3 * hidden), j, hidden);
            Lane.Store(Fused.MultiplyAdd(z, Lane.Load(h, j, hidden) - n, n), nextH, j, hidden);
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
            Vector256<float> r = Lane.Load(kept, j, hidden);
            Vector256<float> z = Lane.Load(kept + hidden, j, hidden);
            Vector256<float> n = Lane.Load(kept + (2 * hidden), j, hidden);
            Vector256<float> slope = Lane.Load(dh, j, hidden);
            Vector256<float> dn = slope * (one - z) * Fused.MultiplyAdd(-n, n, one);
            Vector256<float> dz = slope * (Lane.Load(h, j, hidden) - n) * z * (one - z);
            Vector256<float> dr = dn * Lane.Load(kept + (3 * hidden), j, hidden) * r * (one - r);
            Lane.Store(dr, dx, j, hidden);
            Lane.Store(dz, dx + hidden, j, hidden);
            Lane.Store(dn, dx + (2 * hidden), j, hidden);
            Lane.Store(dr, dgates, j, hidden);
            Lane.Store(dz, dgates + hidden, j, hidden);
            Lane.Store(dn * r, dgates + (2 * hidden), j, hidden);
            Lane.Store(slope * z, directH, j, hidden);
        }
    }
}
