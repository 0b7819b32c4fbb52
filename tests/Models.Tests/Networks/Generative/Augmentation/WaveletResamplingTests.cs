using System.Text.Json;
using Research.Models.Networks.Generative.Augmentation;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Generative.Augmentation;

public class WaveletResamplingTests
{
    private static readonly string[] Names = ["scale_1.2", "rotate_0.3", "scale_then_rotate", "all_geometric"];

    private static readonly JsonElement Oracle = StyleGanOracle.Ada.GetProperty("geometric");

    public static TheoryData<string> Cases => [.. Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_change_and_its_margins_are_the_oracle_s(string name)
    {
        using var scope = NewDisposeScope();
        JsonElement oracle = Oracle.GetProperty(name);
        Tensor changed = WaveletResampling.Of(Hashed.Tensor(170, 1, 1, 16, 16), [Map(oracle)]);
        StyleGanOracle.AssertClose(oracle.GetProperty("wavelet"), changed, 2e-6);
        var margins = Margins.Around([Map(oracle)], 16, 6);
        Assert.Equal(
            oracle.GetProperty("margins_x0_x1_y0_y1").Flat(),
            new double[] { margins.Left, margins.Right, margins.Top, margins.Bottom }
        );
    }

    [Fact]
    public void A_batch_of_changes_of_colour_pictures_is_that_of_each_alone()
    {
        using var scope = NewDisposeScope();
        Affine[] maps = [.. Names.Select(name => Map(Oracle.GetProperty(name)))];
        Tensor pictures = Hashed.Tensor(170, 4, 3, 16, 16);
        Tensor together = WaveletResampling.Of(pictures, maps);
        for (int i = 0; i < maps.Length; i++)
        {
            Tensor alone = WaveletResampling.Of(pictures.narrow(0, i, 1), [maps[i]]);
            Assert.True(together.narrow(0, i, 1).allclose(alone, atol: 2e-6));
        }
    }

    [Fact]
    public void Bilinear_sampling_alone_is_the_oracle_s()
    {
        using var scope = NewDisposeScope();
        JsonElement oracle = Oracle.GetProperty("rotate_0.3");
        var margins = Margins.Around([Map(oracle)], 16, 6);
        Tensor wide = margins.Reflected(Hashed.Tensor(170, 1, 1, 16, 16));
        Tensor sampled = BilinearSampling.Of(wide, [margins.Centred(Map(oracle))], 16);
        StyleGanOracle.AssertClose(oracle.GetProperty("bilinear_reflect"), sampled, 2e-6);
    }

    // The change is linear in the pictures: its gradient of a weighted sum does not depend on them, and its derivative is the change itself.
    [Fact]
    public void Gradients_flow_back_and_can_be_differentiated_again()
    {
        using var scope = NewDisposeScope();
        Affine map = Map(Oracle.GetProperty("scale_then_rotate"));
        Tensor pictures = Hashed.Tensor(170, 1, 1, 16, 16);
        pictures.requires_grad = true;
        Tensor weights = Hashed.Tensor(171, 1, 1, 16, 16);
        weights.requires_grad = true;
        Tensor along = (WaveletResampling.Of(pictures, [map]) * weights).sum();
        Tensor gradient = autograd.grad([along], [pictures], create_graph: true)[0];
        Tensor again = autograd.grad([(gradient * pictures).sum()], [weights])[0];
        Assert.True(again.allclose(WaveletResampling.Of(pictures, [map]), atol: 1e-5));
        Assert.Equal((gradient * pictures).sum().item<float>(), along.item<float>(), 1e-3);
    }

    internal static Affine Map(JsonElement oracle)
    {
        double[] m = oracle.GetProperty("G_inv").Flat();
        return new(m[0], m[1], m[2], m[3], m[4], m[5]);
    }
}
