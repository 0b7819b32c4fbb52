using Research.Models.Networks.Generative;
using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Generative;

public class EqualisedTests
{
    private static readonly System.Text.Json.JsonElement Oracle = StyleGanOracle.Blocks.GetProperty("equalised_lr");

    [Theory]
    [InlineData("linear", false, 1)]
    [InlineData("linear_lrelu", true, 1)]
    [InlineData("linear_lr0.01_w_times_100_b_times_100_lrelu", true, 0.01)]
    public void A_linear_layer_is_the_oracle_s(string name, bool activated, double multiplier)
    {
        using var scope = NewDisposeScope();
        using var layer = new EqualisedLinear(6, 4, activated, multiplier, 0, Rng.For(1, "t"));
        layer.Put(("weight", Hashed.Tensor(112, 1 / multiplier, 0, 4, 6)), ("bias", Hashed.Tensor(113, 1 / multiplier, 0, 4)));
        StyleGanOracle.AssertClose(Oracle.GetProperty(name), layer.Of(Hashed.Tensor(111, 2, 6)));
    }

    [Fact]
    public void A_convolution_is_the_oracle_s()
    {
        using var scope = NewDisposeScope();
        using var layer = new EqualisedConvolution(new(2, 3, 3, false, true, true, 1), Rng.For(1, "t"));
        layer.Put(("weight", Hashed.Tensor(115, 3, 2, 3, 3)), ("bias", Hashed.Tensor(116, 3)));
        StyleGanOracle.AssertClose(Oracle.GetProperty("conv3x3_lrelu"), layer.Of(Hashed.Tensor(114, 1, 2, 4, 4)));
    }

    [Fact]
    public void First_weights_have_variance_1_over_the_multiplier_squared_and_biases_add_what_was_asked()
    {
        using var scope = NewDisposeScope();
        using var layer = new EqualisedLinear(200, 100, false, 0.01, 1, Rng.For(1, "t"));
        double[] weights = layer.state_dict()["weight"].Values();
        Assert.Equal(100, Math.Sqrt(weights.Average(w => w * w)), 1.0);
        Assert.All(layer.Of(zeros(1, 200)).Values(), value => Assert.Equal(1, value, 1e-6));
    }
}
