using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>StyleGAN2's generator: mapping network and skip synthesis network.</summary>
/// <remarks>Source: Karras et al. (2020), "Analyzing and improving the image quality of StyleGAN", CVPR. Names of parameters and buffers are those of NVIDIA's public code.</remarks>
public sealed class StyleGanGenerator : nn.Module
{
    private readonly MappingNetwork mapping;
    private readonly SynthesisNetwork synthesis;

    /// <param name="rng">Of the first weights.</param>
    /// <exception cref="SettingsException">A size cannot be.</exception>
    public StyleGanGenerator(StyleGanSettings settings, Rng rng)
        : base(nameof(StyleGanGenerator))
    {
        settings.Check();
        Settings = settings;
        mapping = new MappingNetwork(settings.Latent, settings.MappingLayers, rng);
        synthesis = new SynthesisNetwork(settings, rng);
        RegisterComponents();
    }

    public StyleGanSettings Settings { get; }

    /// <summary>Latent vectors w that a picture takes: one for each layer, and one for the last picture.</summary>
    public int Styles => synthesis.Styles;

    /// <summary>Pictures of latent vectors, with truncation.</summary>
    /// <param name="z">Shape [batch, latent], standard normal.</param>
    /// <param name="psi">1 for none; smaller is more usual and less varied.</param>
    /// <returns>Shape [batch, channels, side, side]; about −1 to 1, not bounded.</returns>
    public Tensor Of(Tensor z, double psi, NoiseInput noise) =>
        synthesis.Of(Repeated(mapping.Truncated(mapping.Of(z), psi)), noise);

    /// <summary>One w for all layers, [batch, styles, latent]; the mean of w follows where asked.</summary>
    internal Tensor StylesOf(Tensor z, bool follows)
    {
        Tensor w = mapping.Of(z);
        if (follows)
        {
            mapping.Follow(w.detach());
        }

        return Repeated(w);
    }

    internal Tensor Synthesise(Tensor styles, NoiseInput noise) => synthesis.Of(styles, noise);

    private Tensor Repeated(Tensor w) => w.unsqueeze(1).expand(-1, Styles, -1);
}
