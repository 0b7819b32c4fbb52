using Research.Models.Networks.Generative;
using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Generative;

public class MappingNetworkTests
{
    private static readonly System.Text.Json.JsonElement Oracle = StyleGanOracle.Blocks.GetProperty("mapping");

    [Fact]
    public void Latent_vectors_truncation_and_the_moving_mean_are_the_oracle_s()
    {
        using var scope = NewDisposeScope();
        using var mapping = new MappingNetwork(8, 2, Rng.For(1, "t"));
        double scale = 100 * Math.Sqrt(2);
        mapping.Put(
            ("fc0.weight", Hashed.Tensor(132, scale, 0, 8, 8)),
            ("fc0.bias", Hashed.Tensor(133, 10.0, 0, 8)),
            ("fc1.weight", Hashed.Tensor(134, scale, 0, 8, 8)),
            ("fc1.bias", Hashed.Tensor(135, 10.0, 0, 8)),
            ("w_avg", Hashed.Tensor(136, 0.3, 0, 8))
        );
        Tensor w = mapping.Of(Hashed.Tensor(131, 3, 8));
        StyleGanOracle.AssertClose(Oracle.GetProperty("w"), w);
        StyleGanOracle.AssertClose(Oracle.GetProperty("truncated_psi0.7"), mapping.Truncated(w, 0.7));
        mapping.Follow(w);
        StyleGanOracle.AssertClose(Oracle.GetProperty("w_avg_after_update_beta0.995"), mapping.state_dict()["w_avg"]);
        Assert.False(mapping.state_dict()["w_avg"].requires_grad);
    }
}
