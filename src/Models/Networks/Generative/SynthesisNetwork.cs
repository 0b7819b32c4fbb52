using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>From a latent vector a layer to a picture: blocks b4, b8, … up to the resolution.</summary>
internal sealed class SynthesisNetwork : nn.Module
{
    private readonly SynthesisBlock[] _blocks;

    public SynthesisNetwork(StyleGanSettings settings, Rng rng)
        : base(nameof(SynthesisNetwork))
    {
        int ins = 0;
        var blocks = new List<SynthesisBlock>();
        foreach (int side in settings.Sides)
        {
            int outs = settings.ChannelsAt(side);
            var block = new SynthesisBlock(ins, outs, settings.Latent, side, settings.PictureChannels, rng);
            register_module(FormattableString.Invariant($"b{side}"), block);
            blocks.Add(block);
            ins = outs;
        }

        _blocks = [.. blocks];
        Styles = _blocks.Sum(block => block.Layers) + 1;
    }

    /// <summary>Latent vectors that a picture takes.</summary>
    public int Styles { get; }

    /// <param name="styles">Shape [batch, styles, latent].</param>
    /// <returns>Shape [batch, channels, side, side]; about −1 to 1, not bounded.</returns>
    public Tensor Of(Tensor styles, NoiseInput noise)
    {
        (Tensor? x, Tensor? picture) = (null, null);
        int first = 0;
        foreach (SynthesisBlock block in _blocks)
        {
            Tensor[] own = [.. Enumerable.Range(first, block.Layers + 1).Select(k => styles.select(1, k))];
            (x, picture) = block.Of(x, picture, own, noise);
            first += block.Layers;
        }

        return picture!;
    }
}
