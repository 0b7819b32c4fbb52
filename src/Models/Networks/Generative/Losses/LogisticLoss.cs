using static TorchSharp.torch;

namespace Research.Models.Networks.Generative.Losses;

/// <summary>The non-saturating logistic loss.</summary>
/// <remarks>Discriminator: mean log(1 + exp(−D(real))) + mean log(1 + exp(D(fake))); generator: mean log(1 + exp(−D(fake))). Source: Goodfellow et al. (2014), section 3.</remarks>
internal static class LogisticLoss
{
    /// <summary>The loss of logits that should be high.</summary>
    public static Tensor OfReal(Tensor logits) => nn.functional.softplus(-logits).mean();

    /// <summary>The loss of logits that should be low.</summary>
    public static Tensor OfFake(Tensor logits) => nn.functional.softplus(logits).mean();
}
