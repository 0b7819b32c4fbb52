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
        for (long i = 0; i < count; i++)
        {
            float g = f.Maximize ? -gradient[i] : gradient[i];
            float p = parameter[i] * f.Decay;
            g += p * f.WeightDecay;
            float m = (mean[i] * f.Beta1) + (g * (1 - f.Beta1));
            float v = (square[i] * f.Beta2) + (g * g * (1 - f.Beta2));
            (mean[i], square[i]) = (m, v);
            if (largest != null)
            {
                largest[i] = Math.Max(largest[i], v);
                v = largest[i];
            }

            float root = ((float)Math.Sqrt(v) / f.RootCorrection) + f.Epsilon;
            parameter[i] = p - (f.StepSize * (m / root));
        }
    }
}
