using Research.Numerics;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>Adam with β₁ 0 and β₂ 0.99, corrected for a penalty that only every k-th step adds, in an update of its own.</summary>
/// <remarks>With c = k/(k + 1): rate·c and β^c, so that k + 1 updates go as far as k did. Source: Karras et al. (2020), StyleGAN2, section 3.1 and appendix B.</remarks>
internal static class LazyAdam
{
    private const double Beta2 = 0.99;

    /// <param name="interval">Steps from one penalty to the next; null where there is none.</param>
    public static Adam Over(nn.Module network, double rate, int? interval)
    {
        double correction = interval is { } steps ? steps / (steps + 1.0) : 1;
        double beta2 = PortableMath.Pow(Beta2, correction);
        return optim.Adam(network.parameters(), rate * correction, beta1: 0, beta2: beta2, eps: 1e-8);
    }
}
