using System.Runtime.Intrinsics;

namespace Research.Torch.Kernels.Cpu;

/// <summary>Parameter updates in one pass, element by element, in the order of operations that PyTorch has.</summary>
internal static unsafe class Optimisers
{
    private const int Lanes = 8;

    public static void AddScaled(float* target, float* source, float factor, long count)
    {
        Vector256<float> scale = Vector256.Create(factor);
        long i = 0;
        for (; i + Lanes <= count; i += Lanes)
        {
            (Vector256.Load(target + i) + (Vector256.Load(source + i) * scale)).Store(target + i);
        }

        for (; i < count; i++)
        {
            target[i] += source[i] * factor;
        }
    }

    /// <summary>Kingma and Ba (2015), algorithm 1; AMSGrad of Reddi et al. (2018) where largest is given.</summary>
    public static void Adam(
        float* parameter,
        float* gradient,
        float* mean,
        float* square,
        float* largest,
        long count,
        AdamFactors f
    )
    {
        var factors = new AdamVectors(f);
        for (long i = 0; i < count; i += Lanes)
        {
            int live = (int)Math.Min(Lanes, count - i);
            Vector256<float> p = Load(parameter + i, live) * factors.Decay;
            Vector256<float> g = (Load(gradient + i, live) * factors.Sign) + (p * factors.WeightDecay);
            Vector256<float> m = (Load(mean + i, live) * factors.Beta1) + (g * factors.Rest1);
            Vector256<float> v = (Load(square + i, live) * factors.Beta2) + (g * g * factors.Rest2);
            Store(m, mean + i, live);
            Store(v, square + i, live);
            if (largest != null)
            {
                v = Larger.Of(Load(largest + i, live), v);
                Store(v, largest + i, live);
            }

            Vector256<float> root = (Vector256.Sqrt(v) / factors.RootCorrection) + factors.Epsilon;
            Store(p - (factors.StepSize * (m / root)), parameter + i, live);
        }
    }

    private static Vector256<float> Load(float* source, int live) =>
        live == Lanes ? Vector256.Load(source) : Loops.LoadPart(source, live);

    private static void Store(Vector256<float> value, float* target, int live)
    {
        if (live == Lanes)
        {
            value.Store(target);
        }
        else
        {
            Loops.StorePart(value, target, live);
        }
    }

    private readonly struct AdamVectors(AdamFactors f)
    {
        public readonly Vector256<float> Decay = Vector256.Create(f.Decay);
        public readonly Vector256<float> Sign = Vector256.Create(f.Maximize ? -1f : 1f);
        public readonly Vector256<float> WeightDecay = Vector256.Create(f.WeightDecay);
        public readonly Vector256<float> Beta1 = Vector256.Create(f.Beta1);
        public readonly Vector256<float> Rest1 = Vector256.Create(1 - f.Beta1);
        public readonly Vector256<float> Beta2 = Vector256.Create(f.Beta2);
        public readonly Vector256<float> Rest2 = Vector256.Create(1 - f.Beta2);
        public readonly Vector256<float> RootCorrection = Vector256.Create(f.RootCorrection);
        public readonly Vector256<float> Epsilon = Vector256.Create(f.Epsilon);
        public readonly Vector256<float> StepSize = Vector256.Create(f.StepSize);
    }
}
