using System.Runtime.Intrinsics;

namespace Research.Torch.Kernels.Cpu;

/// <summary>Elman (1990): h' = φ(gates), φ the hyperbolic tangent or the rectifier.</summary>
internal readonly unsafe struct PlainCell<TFunction, TGradient> : ICell
    where TFunction : struct, IUnary
    where TGradient : struct, IBinary
{
    public static bool Joined => true;

    public static void Forward(int hidden, float* x, float* gates, float* h, float* c, float* kept, float* nextH, float* nextC)
    {
        for (int at = 0; at < hidden; at += Lane.Count)
        {
            int j = Lane.Start(at, hidden);
            Lane.Store(TFunction.Of(Lane.Load(gates, j, hidden), default, default), nextH, j, hidden);
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
        for (int at = 0; at < hidden; at += Lane.Count)
        {
            int j = Lane.Start(at, hidden);
            Lane.Store(TGradient.Of(Lane.Load(dh, j, hidden), Lane.Load(output, j, hidden)), dx, j, hidden);
            Lane.Store(Vector256<float>.Zero, directH, j, hidden);
        }
    }
}
