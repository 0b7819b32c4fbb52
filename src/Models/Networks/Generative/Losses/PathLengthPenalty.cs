using static TorchSharp.torch;

namespace Research.Models.Networks.Generative.Losses;

/// <summary>Mean (|Jᵀy| − a)²: a step in latent space should change the picture by the same amount everywhere.</summary>
/// <remarks>
/// |Jᵀy| is the root of the mean over styles of |∂Σ(picture·y)/∂style|², y normal with deviation 1/side; a, the moving mean of lengths, is a constant in the penalty as in the paper
/// (NVIDIA's public code lets the gradient through a: a hundredth less). Source: Karras et al. (2020), StyleGAN2, equation 4. Oracle: golden/networks/stylegan_losses.json, 'path_length'.
/// </remarks>
internal static class PathLengthPenalty
{
    private const double Share = 0.01; // of a new mean in the moving one

    /// <summary>Length of each picture, shape [batch], from which gradients flow back into the generator.</summary>
    /// <param name="styles">Require a gradient; shape [batch, styles, latent].</param>
    /// <param name="pictures">Computed from them, shape [batch, channels, side, side].</param>
    /// <param name="directions">Standard normal, of the pictures' shape.</param>
    public static Tensor Lengths(Tensor styles, Tensor pictures, Tensor directions)
    {
        double scale = 1 / Math.Sqrt((double)pictures.shape[2] * pictures.shape[3]);
        Tensor along = (pictures * (directions * scale)).sum();
        Tensor gradient = autograd.grad([along], [styles], create_graph: true)[0];
        return gradient.square().sum(2).mean([1]).sqrt();
    }

    /// <summary>The moving mean after these lengths.</summary>
    public static double MeanAfter(double mean, Tensor lengths) => mean + (Share * (lengths.mean().item<float>() - mean));

    /// <param name="mean">The moving mean, these lengths among it.</param>
    public static Tensor Of(Tensor lengths, double mean) => (lengths - mean).square().mean();
}
