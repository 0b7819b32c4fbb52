using Research.Numerics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>A layer of the generator: style from the latent vector, modulated convolution, noise, bias, leaky rectifier.</summary>
/// <remarks>Source: Karras et al. (2020), StyleGAN2, figure 2c. Names and shapes are those of NVIDIA's public code. Oracle: golden/networks/stylegan_losses.json.</remarks>
internal sealed class SynthesisLayer : nn.Module
{
    private readonly EqualisedLinear affine;
    private readonly Parameter weight;
    private readonly Parameter bias;
    private readonly Parameter noise_strength;
    private readonly Tensor noise_const;
    private readonly bool _doubles;

    /// <param name="side">Of the output.</param>
    public SynthesisLayer(int ins, int outs, int latent, int side, bool doubles, Rng rng)
        : base(nameof(SynthesisLayer))
    {
        _doubles = doubles;
        affine = new EqualisedLinear(latent, ins, activated: false, multiplier: 1, firstBias: 1, rng);
        weight = Normals.Of(rng, outs, ins, 3, 3).AsParameter();
        bias = zeros(outs).AsParameter();
        noise_strength = tensor(0f).AsParameter();
        noise_const = Normals.Of(rng, side, side);
        RegisterComponents();
    }

    /// <param name="x">Shape [batch, ins, height, width].</param>
    /// <param name="w">Shape [batch, latent].</param>
    public Tensor Of(Tensor x, Tensor w, NoiseInput noise)
    {
        Tensor styles = affine.Of(w);
        Tensor demodulation = ModulatedConvolution.Demodulation(weight, styles) * Activation.Gain;
        Tensor y = ModulatedConvolution.Of(x, weight, styles, _doubles) * demodulation.reshape(x.shape[0], -1, 1, 1);
        if (noise.Of(noise_const, x.shape[0]) is { } added)
        {
            y += added * (noise_strength * Activation.Gain);
        }

        return Activation.Rectified(y + (bias * Activation.Gain).reshape(1, -1, 1, 1));
    }
}
