using Research.Numerics;

namespace Research.Models.Networks.Generative;

/// <summary>Sizes of a generator and its discriminator.</summary>
/// <remarks>A resolution r has min(ChannelBase/r, MostChannels) channels. Source: Karras et al. (2020), StyleGAN2-ADA, appendix C.</remarks>
public sealed record StyleGanSettings
{
    /// <summary>Side of the pictures: a power of two from 8 to 1,024.</summary>
    public required int Resolution { get; init; }

    /// <summary>3 for colour, 1 for grey.</summary>
    public required int PictureChannels { get; init; }

    public required int ChannelBase { get; init; }

    public required int MostChannels { get; init; }

    /// <summary>Size of the latent vectors z and w.</summary>
    public required int Latent { get; init; }

    public required int MappingLayers { get; init; }

    /// <summary>Most pictures among which the discriminator measures deviation.</summary>
    public required int DeviationGroup { get; init; }

    /// <summary>The published study's networks: NVIDIA's 'auto' configuration at 256×256, 23,191,522 and 24,001,089 parameters.</summary>
    public static StyleGanSettings Published256 { get; } =
        new()
        {
            Resolution = 256,
            PictureChannels = 3,
            ChannelBase = 16_384,
            MostChannels = 512,
            Latent = 512,
            MappingLayers = 2,
            DeviationGroup = 4,
        };

    /// <summary>For a CPU: 64×64, an eighth of the channels.</summary>
    public static StyleGanSettings Small64 { get; } =
        Published256 with
        {
            Resolution = 64,
            ChannelBase = 2_048,
            MostChannels = 64,
            Latent = 64,
        };

    /// <summary>4, 8, … up to the resolution.</summary>
    internal IReadOnlyList<int> Sides => [.. Enumerable.Range(2, int.Log2(Resolution) - 1).Select(power => 1 << power)];

    internal int ChannelsAt(int side) => Math.Min(ChannelBase / side, MostChannels);

    /// <exception cref="SettingsException">A size cannot be.</exception>
    internal void Check()
    {
        if (!int.IsPow2(Resolution) || Resolution is < 8 or > 1024)
        {
            throw new SettingsException($"A resolution of {Resolution}: a power of two from 8 to 1,024 is needed.");
        }

        if (PictureChannels is not (1 or 3))
        {
            throw new SettingsException($"Pictures of {PictureChannels} channels: 1 (grey) or 3 (red, green, blue) are needed.");
        }

        if (ChannelBase < Resolution || MostChannels < 1 || Latent < 1 || MappingLayers < 1 || DeviationGroup < 1)
        {
            throw new SettingsException(
                $"Channel base {ChannelBase}, at most {MostChannels} channels, latent size {Latent}, {MappingLayers} mapping layers, deviation groups of {DeviationGroup}: the base must be at least the resolution, {Resolution}, the others at least 1."
            );
        }
    }
}
