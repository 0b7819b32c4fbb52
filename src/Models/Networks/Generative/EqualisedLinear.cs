using Research.Numerics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>A linear layer with an equalised learning rate: weights are stored with variance 1 and scaled when they are used.</summary>
/// <remarks>
/// y = x·(w·m/√ins)ᵀ + b·m, m the learning-rate multiplier; w starts normal with deviation 1/m. Source: Karras et al. (2018), Progressive GAN, section 4.1.
/// Oracle: golden/networks/stylegan_blocks.json.
/// </remarks>
internal sealed class EqualisedLinear : nn.Module
{
    private readonly Parameter weight;
    private readonly Parameter bias;
    private readonly bool _activated;
    private readonly double _weightGain;
    private readonly double _biasGain;

    /// <param name="activated">Whether the leaky rectifier follows.</param>
    /// <param name="firstBias">What each bias adds at first.</param>
    public EqualisedLinear(int ins, int outs, bool activated, double multiplier, double firstBias, Rng rng)
        : base(nameof(EqualisedLinear))
    {
        _activated = activated;
        double gain = activated ? Activation.Gain : 1;
        _weightGain = gain * multiplier / Math.Sqrt(ins);
        _biasGain = gain * multiplier;
        weight = (Normals.Of(rng, outs, ins) / multiplier).AsParameter();
        bias = full(outs, (float)(firstBias / multiplier)).AsParameter();
        RegisterComponents();
    }

    /// <summary>[batch, ins] to [batch, outs].</summary>
    public Tensor Of(Tensor x)
    {
        Tensor y = nn.functional.linear(x, weight * _weightGain, bias * _biasGain);
        return _activated ? Activation.Rectified(y) : y;
    }
}
