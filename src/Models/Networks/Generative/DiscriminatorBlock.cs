using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>One resolution of the residual discriminator: two convolutions beside a 1×1 one, both halving; their sum has the variance of one.</summary>
/// <remarks>Source: Karras et al. (2020), StyleGAN2, figure 7c. Oracle: golden/networks/stylegan_losses.json.</remarks>
internal sealed class DiscriminatorBlock : nn.Module
{
    private const double HalfVariance = 0.7071067811865476; // √½

    private readonly EqualisedConvolution? fromrgb;
    private readonly EqualisedConvolution conv0;
    private readonly EqualisedConvolution conv1;
    private readonly EqualisedConvolution skip;

    /// <param name="pictureChannels">Where the picture comes in; 0 for the blocks below.</param>
    public DiscriminatorBlock(int pictureChannels, int ins, int outs, Rng rng)
        : base(nameof(DiscriminatorBlock))
    {
        fromrgb =
            pictureChannels == 0
                ? null
                : new EqualisedConvolution(new(pictureChannels, ins, 1, Halves: false, Biased: true, Activated: true, 1), rng);
        conv0 = new EqualisedConvolution(new(ins, ins, 3, Halves: false, Biased: true, Activated: true, 1), rng);
        conv1 = new EqualisedConvolution(new(ins, outs, 3, Halves: true, Biased: true, Activated: true, HalfVariance), rng);
        skip = new EqualisedConvolution(new(ins, outs, 1, Halves: true, Biased: false, Activated: false, HalfVariance), rng);
        RegisterComponents();
    }

    /// <summary>[batch, picture channels or ins, side, side] to [batch, outs, side/2, side/2].</summary>
    public Tensor Of(Tensor x)
    {
        Tensor y = fromrgb is null ? x : fromrgb.Of(x);
        return conv1.Of(conv0.Of(y)) + skip.Of(y);
    }
}
