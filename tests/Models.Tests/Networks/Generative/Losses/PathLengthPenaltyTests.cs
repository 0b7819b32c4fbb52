using System.Text.Json;
using Research.Models.Networks.Generative;
using Research.Models.Networks.Generative.Losses;
using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Generative.Losses;

/// <summary>The tiny generator of the oracle: pictures, lengths, and gradients of first and second order.</summary>
public class PathLengthPenaltyTests
{
    private static readonly JsonElement Oracle = StyleGanOracle.Losses.GetProperty("path_length");

    [Fact]
    public void Pictures_and_lengths_are_the_oracle_s()
    {
        using var scope = NewDisposeScope();
        using StyleGanGenerator network = Filled();
        (Tensor styles, Tensor pictures, Tensor lengths) = Lengths(network);
        StyleGanOracle.AssertClose(Oracle.GetProperty("image_sample0"), pictures[0], 3e-6);
        StyleGanOracle.AssertClose(Oracle.GetProperty("lengths"), lengths, 3e-6);
        Assert.Equal([2L, 4, 16], styles.shape);
    }

    [Theory]
    [InlineData("a_old_0_a_constant", 0)]
    [InlineData("a_old_0.3_a_constant", 0.3)]
    public void The_penalty_and_its_gradients_are_the_oracle_s(string name, double mean)
    {
        using var scope = NewDisposeScope();
        using StyleGanGenerator network = Filled();
        Tensor lengths = Lengths(network).Lengths;
        JsonElement oracle = Oracle.GetProperty(name);
        double after = PathLengthPenalty.MeanAfter(mean, lengths);
        Assert.Equal(oracle.GetProperty("pl_mean_after").GetDouble(), after, 1e-6);
        Tensor penalty = PathLengthPenalty.Of(lengths, after) * 2;
        StyleGanOracle.AssertClose(oracle.GetProperty("loss"), penalty, 1e-5);
        penalty.backward();
        R1PenaltyTests.AssertNorms(oracle.GetProperty("gradient_norms"), network, 1e-5);
    }

    private static (Tensor Styles, Tensor Pictures, Tensor Lengths) Lengths(StyleGanGenerator network)
    {
        Tensor styles = Hashed.Tensor(160, 2, 4, 16);
        styles.requires_grad = true;
        Tensor pictures = network.Synthesise(styles, NoiseInput.None);
        Tensor directions = Hashed.Tensor(161, Math.Sqrt(3), 0, 2, 3, 8, 8);
        return (styles, pictures, PathLengthPenalty.Lengths(styles, pictures, directions));
    }

    // The oracle's doubling layer correlates; ours turns its kernel.
    private static StyleGanGenerator Filled()
    {
        var network = new StyleGanGenerator(StyleGanSettingsTests.Tiny, Rng.For(1, "t"));
        network.Put(
            Oracle
                .GetProperty("order")
                .EnumerateArray()
                .Select(
                    (entry, k) =>
                    {
                        string name = entry[0].GetString()!;
                        bool affine = name.EndsWith("affine.bias", StringComparison.Ordinal);
                        double scale = name.EndsWith("bias", StringComparison.Ordinal) ? 0.1 : Math.Sqrt(3);
                        long[] shape = [.. entry[1].EnumerateArray().Select(size => size.GetInt64())];
                        Tensor values = Hashed.Tensor((uint)(300 + k), scale, affine ? 1 : 0, shape);
                        return ($"synthesis.{name}", name == "b8.conv0.weight" ? values.flip(2, 3) : values);
                    }
                )
        );
        return network;
    }
}
