using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>StyleGAN2's residual discriminator: above 0 it takes a picture for a real one.</summary>
/// <remarks>Source: Karras et al. (2020), StyleGAN2. Names of parameters are those of NVIDIA's public code.</remarks>
internal sealed class StyleGanDiscriminator : nn.Module
{
    private readonly DiscriminatorBlock[] _blocks;
    private readonly DiscriminatorEpilogue _epilogue;

    /// <param name="rng">Of the first weights.</param>
    /// <exception cref="SettingsException">A size cannot be.</exception>
    public StyleGanDiscriminator(StyleGanSettings settings, Rng rng)
        : base(nameof(StyleGanDiscriminator))
    {
        settings.Check();
        var blocks = new List<DiscriminatorBlock>();
        foreach (int side in settings.Sides.Reverse().SkipLast(1))
        {
            int pictures = side == settings.Resolution ? settings.PictureChannels : 0;
            var block = new DiscriminatorBlock(pictures, settings.ChannelsAt(side), settings.ChannelsAt(side / 2), rng);
            register_module(FormattableString.Invariant($"b{side}"), block);
            blocks.Add(block);
        }

        _blocks = [.. blocks];
        _epilogue = new DiscriminatorEpilogue(settings.ChannelsAt(4), settings.DeviationGroup, rng);
        register_module("b4", _epilogue);
    }

    /// <summary>Logits of pictures.</summary>
    /// <param name="pictures">Shape [batch, channels, side, side]; about −1 to 1.</param>
    /// <returns>Shape [batch, 1].</returns>
    public Tensor Of(Tensor pictures) => _epilogue.Of(_blocks.Aggregate(pictures, (x, block) => block.Of(x)));
}
