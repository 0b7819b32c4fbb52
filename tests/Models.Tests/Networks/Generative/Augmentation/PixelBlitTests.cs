using System.Text.Json;
using Research.Models.Networks.Generative.Augmentation;
using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Generative.Augmentation;

public class PixelBlitTests
{
    private static readonly JsonElement Oracle = StyleGanOracle.Ada.GetProperty("blitting");

    [Theory]
    [InlineData("xflip", true, 0, 0, 0)]
    [InlineData("rot90", false, 1, 0, 0)]
    [InlineData("translate", false, 0, 1, -1)]
    public void Blits_are_the_oracle_s(string name, bool mirrored, int turns, int right, int down)
    {
        using var scope = NewDisposeScope();
        JsonElement expected = Oracle.EnumerateObject().First(item => item.Name.StartsWith(name, StringComparison.Ordinal)).Value;
        Tensor changed = PixelBlits.Of(Hashed.Tensor(171, 1, 3, 4, 4), [new(mirrored, turns, right, down)]);
        StyleGanOracle.AssertClose(expected, changed[0, 0], 1e-7);
    }

    [Fact]
    public void Mirroring_twice_and_four_turns_change_no_bit_and_other_pictures_stay()
    {
        using var scope = NewDisposeScope();
        Tensor pictures = Hashed.Tensor(3, 2, 3, 6, 6);
        Tensor mirrored = PixelBlits.Of(pictures, [new(true, 0, 0, 0), default]);
        Assert.Equal(pictures[1].Values(), mirrored[1].Values());
        Assert.Equal(pictures.Values(), PixelBlits.Of(mirrored, [new(true, 0, 0, 0), default]).Values());
        Tensor turned = pictures;
        for (int turn = 0; turn < 4; turn++)
        {
            turned = PixelBlits.Of(turned, [new(false, 1, 0, 0), new(false, 3, 0, 0)]);
        }

        Assert.Equal(pictures.Values(), turned.Values());
    }

    [Fact]
    public void Half_of_the_mirrorings_and_three_fourths_of_the_turns_that_are_drawn_change_something()
    {
        Rng rng = Rng.For(1, "tests/blits");
        PixelBlit[] drawn = [.. Enumerable.Range(0, 4000).Select(_ => PixelBlit.Draw(0.8, 64, rng))];
        Assert.Equal(0.4, drawn.Average(blit => blit.Mirrored ? 1.0 : 0), 0.03);
        Assert.Equal(0.6, drawn.Average(blit => blit.Turns > 0 ? 1.0 : 0), 0.03);
        Assert.Equal(8, drawn.Max(blit => blit.Right));
        Assert.Equal(-8, drawn.Min(blit => blit.Down));
        Assert.All(Enumerable.Range(0, 50), _ => Assert.Equal(default, PixelBlit.Draw(0, 64, rng)));
    }
}
