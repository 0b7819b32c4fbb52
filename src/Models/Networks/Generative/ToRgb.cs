using Research.Numerics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>The picture that a resolution of the generator adds: a modulated 1×1 convolution, neither demodulated nor rectified.</summary>
/// <remarks>Source: Karras et al. (2020), StyleGAN2, figure 7b ('tRGB'). Oracle: golden/networks/stylegan_losses.json.</remarks>
internal sealed class ToRgb : nn.Module
{
    private readonly EqualisedLinear affine;
    private readonly Parameter weight;
    private readonly Parameter bias;
    private readonly double _gain;

    /// <param name="channels">Of the picture.</param>
    public ToRgb(int ins, int channels, int latent, Rng rng)
        : base(nameof(ToRgb))
    {
        _gain = 1 / Math.Sqrt(ins);
        affine = new EqualisedLinear(latent, ins, activated: false, multiplier: 1, firstBias: 1, rng);
        weight = Normals.Of(rng, channels, ins, 1, 1).AsParameter();
        bias = zeros(channels).AsParameter();
        RegisterComponents();
    }

    /// <summary>[batch, ins, side, side] and [batch, latent] to [batch, channels, side, side].</summary>
    public Tensor Of(Tensor x, Tensor w) =>
        ModulatedConvolution.Of(x, weight, affine.Of(w) * _gain, doubles: false) + bias.reshape(1, -1, 1, 1);
}
