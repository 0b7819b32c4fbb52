using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>The discriminator's last layers, at 4×4: minibatch deviation, a convolution, two linear layers.</summary>
internal sealed class DiscriminatorEpilogue : nn.Module
{
    private const int Side = 4;

    private readonly EqualisedConvolution conv;
    private readonly EqualisedLinear fc;
    private readonly EqualisedLinear @out;
    private readonly int _group;

    public DiscriminatorEpilogue(int ins, int group, Rng rng)
        : base(nameof(DiscriminatorEpilogue))
    {
        _group = group;
        conv = new EqualisedConvolution(new(ins + 1, ins, 3, Halves: false, Biased: true, Activated: true, 1), rng);
        fc = new EqualisedLinear(ins * Side * Side, ins, activated: true, multiplier: 1, firstBias: 0, rng);
        @out = new EqualisedLinear(ins, 1, activated: false, multiplier: 1, firstBias: 0, rng);
        RegisterComponents();
    }

    /// <summary>[batch, ins, 4, 4] to logits, [batch, 1].</summary>
    public Tensor Of(Tensor x) => @out.Of(fc.Of(conv.Of(MinibatchDeviation.Appended(x, _group)).flatten(1)));
}
