using Research.Numerics;
using Research.Torch.Kernels;
using static TorchSharp.torch;

namespace Research.Torch.Functions;

/// <summary>One step of Adam or AdamW on one parameter (Kingma and Ba, 2015; Loshchilov and Hutter, 2019).</summary>
internal static unsafe class AdamUpdate
{
    /// <summary>The constants of a step; bias corrections in double (Kingma and Ba, section 3).</summary>
    /// <param name="decoupled">Weight decay shrinks the parameter (AdamW) instead of joining the gradient (Adam).</param>
    /// <param name="step">Counted from 1.</param>
    public static AdamFactors Factors(
        double rate,
        (double First, double Second) betas,
        double epsilon,
        double weightDecay,
        bool decoupled,
        bool maximize,
        long step
    )
    {
        double correction1 = 1 - PortableMath.Pow(betas.First, step);
        double correction2 = 1 - PortableMath.Pow(betas.Second, step);
        return new AdamFactors(
            (float)betas.First,
            (float)betas.Second,
            (float)epsilon,
            (float)(rate / correction1),
            (float)Math.Sqrt(correction2),
            decoupled ? 0 : (float)weightDecay,
            decoupled ? (float)(1 - (rate * weightDecay)) : 1,
            maximize
        );
    }

    /// <param name="largest">The largest mean square so far, for AMSGrad; null without.</param>
    public static void Run(Tensor parameter, Tensor gradient, Tensor mean, Tensor square, Tensor? largest, AdamFactors factors) =>
        Tensor.Kernels.AdamStep(
            parameter.Floats,
            gradient.Floats,
            mean.Floats,
            square.Floats,
            largest is null ? null : largest.Floats,
            parameter.numel(),
            factors
        );
}
