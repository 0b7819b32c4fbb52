using static TorchSharp.torch;

namespace Research.Models.Networks.Generative.Losses;

/// <summary>γ/2 · mean over pictures of |∂ΣD/∂picture|², on real ones: the discriminator should be flat there.</summary>
/// <remarks>
/// Source: Mescheder et al. (2018), "Which training methods for GANs do actually converge?", equation 9. The other pictures of a deviation group take part through the sum.
/// Oracle: golden/networks/stylegan_losses.json, 'r1'.
/// </remarks>
internal static class R1Penalty
{
    /// <param name="pictures">Require a gradient; shape [batch, …].</param>
    /// <param name="logits">Computed from them.</param>
    public static Tensor Of(Tensor pictures, Tensor logits, double gamma)
    {
        Tensor gradient = autograd.grad([logits.sum()], [pictures], create_graph: true)[0];
        return gradient.square().flatten(1).sum(1).mean() * (gamma / 2);
    }
}
