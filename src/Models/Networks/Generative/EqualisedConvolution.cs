using Research.Numerics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>A convolution of the discriminator with an equalised learning rate, which keeps the side or halves it.</summary>
/// <remarks>
/// The weight is w/√(ins·k²). To halve, the picture is smoothed by the FIR filter first and every second place computed.
/// Source: Karras et al. (2020), StyleGAN2, figure 7 and appendix B. Oracle: golden/networks/stylegan_{blocks,losses}.json.
/// </remarks>
internal sealed class EqualisedConvolution : nn.Module
{
    private readonly Parameter weight;
    private readonly Parameter? bias;
    private readonly Layer _layer;
    private readonly double _weightGain;
    private readonly double _biasGain;

    public EqualisedConvolution(Layer layer, Rng rng)
        : base(nameof(EqualisedConvolution))
    {
        _layer = layer;
        _biasGain = (layer.Activated ? Activation.Gain : 1) * layer.Gain;
        _weightGain = _biasGain / Math.Sqrt((double)layer.Ins * layer.Kernel * layer.Kernel);
        weight = Normals.Of(rng, layer.Outs, layer.Ins, layer.Kernel, layer.Kernel).AsParameter();
        bias = layer.Biased ? zeros(layer.Outs).AsParameter() : null;
        RegisterComponents();
    }

    /// <summary>[batch, ins, side, side] to [batch, outs, side or side/2, …].</summary>
    public Tensor Of(Tensor x)
    {
        Tensor scaled = weight * _weightGain;
        Tensor? shift = bias is null ? null : bias * _biasGain;
        Tensor y = _layer switch
        {
            { Halves: false } => nn.functional.conv2d(x, scaled, shift, padding: [_layer.Kernel / 2, _layer.Kernel / 2]),
            { Kernel: 1 } => nn.functional.conv2d(FirResampling.Half(x), scaled, shift),
            _ => nn.functional.conv2d(FirResampling.Smooth(x, 2, 1), scaled, shift, strides: [2, 2]),
        };
        return _layer.Activated ? Activation.Rectified(y) : y;
    }

    /// <summary>What the convolution is.</summary>
    /// <param name="Kernel">1 or 3.</param>
    /// <param name="Halves">Whether the side is halved.</param>
    /// <param name="Gain">Factor of the output.</param>
    public sealed record Layer(int Ins, int Outs, int Kernel, bool Halves, bool Biased, bool Activated, double Gain);
}
