using System.Text.Json;
using Research.Models.Networks.Generative;
using Research.Models.Networks.Generative.Losses;
using Research.Numerics;
using Research.Tests;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Generative.Losses;

/// <summary>The tiny discriminator of the oracle: logits, losses, and gradients of first and second order.</summary>
public class R1PenaltyTests
{
    private static readonly JsonElement Oracle = StyleGanOracle.Losses.GetProperty("r1");

    [Fact]
    public void Logits_and_the_logistic_loss_are_the_oracle_s()
    {
        using var scope = NewDisposeScope();
        using StyleGanDiscriminator network = Filled();
        Tensor logits = network.Of(Hashed.Tensor(150, 4, 3, 8, 8));
        StyleGanOracle.AssertClose(Oracle.GetProperty("logits"), logits.flatten(), 1e-5);
        Tensor loss = LogisticLoss.OfReal(logits);
        StyleGanOracle.AssertClose(Oracle.GetProperty("softplus_loss_real"), loss);
        loss.backward();
        AssertNorms(Oracle.GetProperty("softplus_gradient_norms"), network, 1e-5);
    }

    [Fact]
    public void The_penalty_and_its_gradients_are_the_oracle_s()
    {
        using var scope = NewDisposeScope();
        using StyleGanDiscriminator network = Filled();
        Tensor pictures = Hashed.Tensor(150, 4, 3, 8, 8);
        pictures.requires_grad = true;
        Tensor logits = network.Of(pictures);
        Tensor gradient = autograd.grad([logits.sum()], [pictures], retain_graph: true)[0];
        StyleGanOracle.AssertClose(Oracle.GetProperty("image_gradient_first4"), gradient.flatten().narrow(0, 0, 4), 1e-5);
        Tensor penalty = R1Penalty.Of(pictures, logits, gamma: 1);
        StyleGanOracle.AssertClose(Oracle.GetProperty("r1_loss"), penalty, 1e-5);
        penalty.backward();
        AssertNorms(Oracle.GetProperty("r1_gradient_norms"), network, 1e-5);
        foreach (JsonProperty first in Oracle.GetProperty("r1_gradient_first3").EnumerateObject())
        {
            double[] found = Gradient(network, first.Name);
            Golden.AssertClose(first.Value.Flat(), found.AsSpan(0, 3), 1e-5 * found.Max(Math.Abs), first.Name);
        }
    }

    private static StyleGanDiscriminator Filled()
    {
        var network = new StyleGanDiscriminator(StyleGanSettingsTests.Tiny, Rng.For(1, "t"));
        network.Put(
            Oracle
                .GetProperty("order")
                .EnumerateArray()
                .Select(
                    (entry, k) =>
                    {
                        string name = entry[0].GetString()!;
                        double scale = name.EndsWith("bias", StringComparison.Ordinal) ? 0.1 : Math.Sqrt(3);
                        long[] shape = [.. entry[1].EnumerateArray().Select(size => size.GetInt64())];
                        return (name, Hashed.Tensor((uint)(200 + k), scale, 0, shape));
                    }
                )
        );
        return network;
    }

    internal static void AssertNorms(JsonElement norms, nn.Module network, double relative)
    {
        double largest = norms
            .EnumerateObject()
            .Max(item => item.Value.ValueKind == JsonValueKind.Null ? 0 : item.Value.GetDouble());
        foreach (JsonProperty norm in norms.EnumerateObject())
        {
            double expected = norm.Value.ValueKind == JsonValueKind.Null ? 0 : norm.Value.GetDouble();
            double found = Math.Sqrt(Gradient(network, norm.Name).Sum(value => value * value));
            Assert.True(
                Math.Abs(expected - found) <= relative * Math.Max(expected, largest / 10),
                $"{norm.Name}: {found} where the oracle has {expected}"
            );
        }
    }

    // Zeros where the loss does not reach the parameter. The oracle's generator has no mapping network.
    private static double[] Gradient(nn.Module network, string name)
    {
        Parameter parameter = network
            .named_parameters()
            .Single(item => item.name == name || item.name == $"synthesis.{name}")
            .parameter;
        return (parameter.grad ?? zeros_like(parameter)).Values();
    }
}
