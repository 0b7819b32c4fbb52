using System.Text.Json;
using Research.Models.Networks.Generative;
using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Generative;

public class StyleGanSettingsTests
{
    internal static readonly StyleGanSettings Tiny = StyleGanSettings.Published256 with
    {
        Resolution = 8,
        ChannelBase = 64,
        MostChannels = 16,
        Latent = 16,
    };

    [Fact]
    public void The_published_networks_have_the_published_numbers_of_parameters()
    {
        JsonElement claims = StyleGanOracle.Parameters.GetProperty("claims");
        (long generator, long discriminator) = Counts(StyleGanSettings.Published256);
        Assert.Equal(claims.GetProperty("G").GetInt64(), generator);
        Assert.Equal(claims.GetProperty("D").GetInt64(), discriminator);
    }

    public static TheoryData<string, StyleGanSettings> Smaller =>
        new()
        {
            { "64x64 base 16384 mapping 2", StyleGanSettings.Published256 with { Resolution = 64 } },
            { "128x128 base 16384 mapping 2", StyleGanSettings.Published256 with { Resolution = 128 } },
            { "8x8 tiny of this file", Tiny },
        };

    [Theory]
    [MemberData(nameof(Smaller))]
    public void Smaller_networks_have_the_oracle_s_numbers_of_parameters(string name, StyleGanSettings settings)
    {
        JsonElement oracle = StyleGanOracle.Parameters.GetProperty("smaller").GetProperty(name);
        (long generator, long discriminator) = Counts(settings);
        Assert.Equal(oracle.GetProperty("G_total").GetInt64(), generator);
        Assert.Equal(oracle.GetProperty("D_total").GetInt64(), discriminator);
    }

    [Fact]
    public void Sizes_that_cannot_be_are_refused()
    {
        Assert.Contains("of 48:", Refusal(Tiny with { Resolution = 48 }), StringComparison.Ordinal);
        Assert.Contains("2 channels", Refusal(Tiny with { PictureChannels = 2 }), StringComparison.Ordinal);
        Assert.Contains("Channel base 4", Refusal(Tiny with { ChannelBase = 4 }), StringComparison.Ordinal);
    }

    private static string Refusal(StyleGanSettings settings) =>
        Assert.Throws<SettingsException>(() => new StyleGanGenerator(settings, Rng.For(1, "t"))).Message;

    private static (long Generator, long Discriminator) Counts(StyleGanSettings settings)
    {
        using var generator = new StyleGanGenerator(settings, Rng.For(1, "t"));
        using var discriminator = new StyleGanDiscriminator(settings, Rng.For(1, "t"));
        return (Count(generator), Count(discriminator));
    }

    private static long Count(nn.Module network) => network.parameters().Sum(parameter => parameter.numel());
}
