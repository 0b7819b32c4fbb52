using System.Text.Json;
using Research.Models.Networks.Generative.Augmentation;
using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Generative.Augmentation;

public class ColourChangeTests
{
    private static readonly JsonElement Oracle = StyleGanOracle.Ada.GetProperty("colour");

    private static readonly ColourChange All = ColourChange
        .None.Brighter(0.1)
        .Contrasted(1.2)
        .LumaFlipped()
        .Turned(0.5)
        .Saturated(1.5);

    [Fact]
    public void A_change_of_all_kinds_is_the_oracle_s()
    {
        double[] matrix = Oracle.GetProperty("C").Flat();
        double[] own =
        [
            .. Enumerable.Range(0, 3).SelectMany(i => (double[])[.. All.Factors[(3 * i)..(3 * i + 3)], All.Offsets[i]]),
        ];
        Research.Tests.Golden.AssertClose(matrix.AsSpan(0, 12), own, 1e-11);
        using var scope = NewDisposeScope();
        StyleGanOracle.AssertClose(Oracle.GetProperty("out"), ColourChanges.Of(Hashed.Tensor(172, 1, 3, 2, 2), [All]));
    }

    [Fact]
    public void A_grey_picture_gets_the_oracle_s_gain_and_offset()
    {
        using var scope = NewDisposeScope();
        JsonElement gray = Oracle.GetProperty("gray");
        Tensor changed = ColourChanges.Of(tensor(new[] { 0f, 1f }, [1, 1, 1, 2]), [All]);
        double offset = gray.GetProperty("offset").GetDouble();
        Research.Tests.Golden.AssertClose([offset, offset + gray.GetProperty("gain").GetDouble()], changed.Values(), 1e-6);
    }

    [Fact]
    public void Hue_and_saturation_leave_grey_alone_and_nothing_is_drawn_at_probability_0()
    {
        using var scope = NewDisposeScope();
        Tensor grey = full([1, 3, 2, 2], 0.3f);
        Assert.True(ColourChanges.Of(grey, [ColourChange.None.Turned(1).Saturated(3)]).allclose(grey, atol: 1e-6));
        ColourChange none = ColourChange.Draw(0, Rng.For(1, "t"));
        Assert.Equal(ColourChange.None.Factors, none.Factors);
        Assert.Equal(ColourChange.None.Offsets, none.Offsets);
    }
}
