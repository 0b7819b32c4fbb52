using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>How many numbers the two networks of a StyleGAN2 learn.</summary>
/// <param name="Generator">Mapping and synthesis.</param>
/// <param name="Discriminator">Of real from generated pictures.</param>
public sealed record GanSizes(long Generator, long Discriminator)
{
    private const string Stream = "gan/sizes"; // what is drawn does not count

    /// <summary>Makes both networks and counts.</summary>
    /// <exception cref="SettingsException">A size cannot be.</exception>
    public static GanSizes Of(StyleGanSettings settings)
    {
        using var generator = new StyleGanGenerator(settings, Rng.For(0, Stream));
        using var discriminator = new StyleGanDiscriminator(settings, Rng.For(0, Stream));
        return new(Count(generator), Count(discriminator));
    }

    private static long Count(nn.Module network) => network.parameters().Sum(parameter => parameter.numel());
}
