using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>Leaky rectifier of slope 0.2, times √2, which keeps the variance. Source: Karras et al. (2020), StyleGAN2, appendix B.</summary>
internal static class Activation
{
    public const double Slope = 0.2;

    /// <summary>√2. Layers multiply their small factors (weights, biases) by it instead of their output: a positive gain passes through the rectifier.</summary>
    public const double Gain = 1.4142135623730951;

    /// <summary>The rectifier alone, of values that have the gain already.</summary>
    public static Tensor Rectified(Tensor x) => nn.functional.leaky_relu(x, Slope);
}
