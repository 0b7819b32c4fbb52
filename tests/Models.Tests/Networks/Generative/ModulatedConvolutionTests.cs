using Research.Models.Networks.Generative;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Generative;

public class ModulatedConvolutionTests
{
    private static readonly System.Text.Json.JsonElement Oracle = StyleGanOracle.Blocks.GetProperty("modulated_conv");

    [Fact]
    public void The_plain_convolution_and_its_demodulation_are_the_oracle_s()
    {
        using var scope = NewDisposeScope();
        (Tensor x, Tensor w, Tensor s) = Inputs();
        StyleGanOracle.AssertClose(Oracle.GetProperty("demod_coefficients"), ModulatedConvolution.Demodulation(w, s));
        StyleGanOracle.AssertClose(Oracle.GetProperty("plain_3x3"), Demodulated(x, w, s, doubles: false));
    }

    [Fact]
    public void The_doubling_convolution_is_the_oracle_s_in_either_convention_of_the_kernel()
    {
        using var scope = NewDisposeScope();
        (Tensor x, Tensor w, Tensor s) = Inputs();
        Tensor correlated = Demodulated(x, w.flip(2, 3), s, doubles: true);
        StyleGanOracle.AssertClose(Oracle.GetProperty("up2_correlation"), correlated[0]);
        StyleGanOracle.AssertClose(Oracle.GetProperty("up2_sample1_sum_sumsq"), Sums(correlated[1]));
        Tensor turned = Demodulated(x, w, s, doubles: true);
        System.Text.Json.JsonElement flipped = Oracle.GetProperty("up2_kernel_flipped");
        StyleGanOracle.AssertClose(flipped.GetProperty("sample0_channel0"), turned[0, 0]);
        StyleGanOracle.AssertClose(flipped.GetProperty("sum_sumsq"), Sums(turned));
    }

    [Fact]
    public void A_picture_s_colours_are_the_oracle_s()
    {
        using var scope = NewDisposeScope();
        (Tensor x, _, Tensor s) = Inputs();
        Tensor rgb = ModulatedConvolution.Of(x, Hashed.Tensor(104, 2, 3, 1, 1), s / Math.Sqrt(3), doubles: false);
        Tensor corner = rgb.narrow(2, 0, 2).narrow(3, 0, 2);
        StyleGanOracle.AssertClose(Oracle.GetProperty("no_demod_1x1_torgb").GetProperty("value"), corner);
    }

    [Fact]
    public void It_equals_a_grouped_convolution_with_a_filter_of_its_own_for_each_picture()
    {
        using var scope = NewDisposeScope();
        (Tensor x, Tensor w, Tensor s) = Inputs();
        Tensor own = w.unsqueeze(0) * s.reshape(2, 1, 3, 1, 1);
        own *= (own.square().sum([2, 3, 4], keepdim: true) + 1e-8f).rsqrt();
        Tensor grouped = nn.functional.conv2d(x.reshape(1, 6, 5, 5), own.reshape(8, 3, 3, 3), padding: [1, 1], groups: 2);
        Assert.True(grouped.reshape(2, 4, 5, 5).allclose(Demodulated(x, w, s, doubles: false), atol: 1e-6));
    }

    private static (Tensor X, Tensor W, Tensor S) Inputs() =>
        (Hashed.Tensor(101, 2, 3, 5, 5), Hashed.Tensor(102, 4, 3, 3, 3), Hashed.Tensor(103, 0.5, 1, 2, 3));

    private static Tensor Demodulated(Tensor x, Tensor w, Tensor s, bool doubles) =>
        ModulatedConvolution.Of(x, w, s, doubles) * ModulatedConvolution.Demodulation(w, s).reshape(2, 4, 1, 1);

    private static Tensor Sums(Tensor values) => stack([values.sum(), values.square().sum()]);
}
