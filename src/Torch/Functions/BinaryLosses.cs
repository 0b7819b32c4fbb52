using static TorchSharp.torch;

namespace Research.Torch.Functions;

/// <summary>Cross-entropy of probabilities of yes and no.</summary>
internal static class BinaryLosses
{
    private const double LeastLogarithm = -100;

    private const double LeastDenominator = 1e-12;

    public static Tensor CrossEntropy(Tensor x, Tensor y)
    {
        using (no_grad())
        {
            if (x.lt(0.0).logical_or(x.gt(1.0)).any().item<bool>())
            {
                throw new ArgumentOutOfRangeException(
                    nameof(x),
                    "binary_cross_entropy: a probability of the input lies outside 0 … 1. Use binary_cross_entropy_with_logits for values before the sigmoid."
                );
            }
        }

        Tensor yes = x.detach().log().clamp_min(LeastLogarithm);
        Tensor no = (1f - x.detach()).log().clamp_min(LeastLogarithm);
        Tensor value = ((y - 1f) * no) - (y * yes);
        if (!x.requires_grad || !is_grad_enabled())
        {
            return value;
        }

        // The gradient is (x − y)/max(x·(1 − x), 10⁻¹²): finite at 0 and 1, where the logarithms' own is not.
        return Autograd.Graph.Record(
            "binary_cross_entropy",
            value.detach(),
            [x, y],
            (g, s) =>
                [
                    g * (s[0] - s[1]) / (s[0] * (1f - s[0])).clamp_min(LeastDenominator),
                    s.Needs(1) ? g * ((1f - s[0]).log().clamp_min(LeastLogarithm) - s[0].log().clamp_min(LeastLogarithm)) : null,
                ],
            x,
            y
        );
    }

    /// <summary>log(1 + e⁻ˣ) without overflow; its derivative is −σ(−x) everywhere, also at zero, where the parts have kinks.</summary>
    public static Tensor SoftplusOfNegative(Tensor x)
    {
        Tensor value = (-x.detach().abs()).exp().log1p() + (-x.detach()).clamp_min(0f);
        return Autograd.Graph.Record("softplus", value, [x], (g, s) => [-(g * s[0].neg().sigmoid())], x);
    }
}
