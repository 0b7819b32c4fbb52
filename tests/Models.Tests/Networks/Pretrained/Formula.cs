using System.Text.Json;
using Research.Tests;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Pretrained;

/// <summary>Weights and pictures that a formula gives, here and in the oracle's script (Golden/networks/nets.py).</summary>
internal static class Formula
{
    /// <summary>Fills a network's state; a tensor's number is its place in PyTorch's order of the state, from 1.</summary>
    /// <param name="names">That order.</param>
    public static void Fill(nn.Module network, IReadOnlyList<string> names, bool residual)
    {
        using IDisposable quiet = no_grad();
        Dictionary<string, Tensor> state = network.state_dict();
        for (int place = 0; place < names.Count; place++)
        {
            if (!names[place].EndsWith("num_batches_tracked", StringComparison.Ordinal))
            {
                using var scope = NewDisposeScope();
                Tensor own = state[names[place]];
                own.copy_(tensor(Values((uint)place + 1, own, names[place], state, residual), own.shape));
            }
        }
    }

    /// <summary>Two pictures: blocks of 16 pixels and noise.</summary>
    public static Tensor Pictures(int side)
    {
        int blocks = (side + 15) / 16;
        float[] values = new float[2 * 3 * side * side];
        for (int i = 0; i < values.Length; i++)
        {
            (int plane, int y, int x) = (i / (side * side), i / side % side, i % side);
            uint block = (uint)((((plane * blocks) + (y / 16)) * blocks) + (x / 16));
            values[i] = (float)((1.2 * At(1000001, block)) + (0.8 * At(1000002, (uint)i)));
        }

        return tensor(values, [2, 3, side, side]);
    }

    /// <summary>The oracle's t(s, i), in [−1, 1).</summary>
    public static double At(uint s, uint i) => (2 * (Mixed(unchecked(i * 2654435761) ^ Mixed(s)) / 4294967296.0)) - 1;

    private static float[] Values(uint s, Tensor own, string name, Dictionary<string, Tensor> state, bool residual)
    {
        (double middle, double width) = Range(own, name, state, residual);
        float[] values = new float[own.numel()];
        uint seed = Mixed(s);
        for (int i = 0; i < values.Length; i++)
        {
            double t = (2 * (Mixed(unchecked((uint)i * 2654435761) ^ seed) / 4294967296.0)) - 1;
            values[i] = (float)(middle == 0 ? t * width : middle + (width * t));
        }

        return values;
    }

    private static (double Middle, double Width) Range(Tensor own, string name, Dictionary<string, Tensor> state, bool residual)
    {
        string owner = name[..name.LastIndexOf('.')];
        bool norm = state.ContainsKey(owner + ".running_mean");
        return name[(owner.Length + 1)..] switch
        {
            "weight" when !norm => (0, Math.Sqrt(6.0 / own.shape[1..].Aggregate(1L, (product, size) => product * size))),
            "weight" => residual && owner.EndsWith("bn3", StringComparison.Ordinal) ? (0.25, 0.05) : (1, 0.2),
            "bias" => (0, norm ? 0.1 : 0.05),
            "running_mean" => (0, 0.2),
            _ => (1, 0.25),
        };
    }

    private static uint Mixed(uint x)
    {
        unchecked
        {
            x = (x ^ (x >> 16)) * 0x85EBCA6B;
            x = (x ^ (x >> 13)) * 0xC2B2AE35;
            return x ^ (x >> 16);
        }
    }
}

/// <summary>The oracle of one network.</summary>
internal sealed class NetworkOracle(string name)
{
    public JsonElement Values { get; } = Golden.Json($"networks/net_{name}.json");

    /// <summary>Names and shapes of the state, in PyTorch's order.</summary>
    public (string Name, long[] Shape)[] State =>
        [
            .. Values
                .GetProperty("state_dict")
                .EnumerateArray()
                .Select(entry => (entry[0].GetString()!, entry[1].EnumerateArray().Select(size => size.GetInt64()).ToArray())),
        ];

    public void Fill(nn.Module network) =>
        Formula.Fill(
            network,
            [.. State.Select(entry => entry.Name)],
            residual: name.StartsWith("resnext", StringComparison.Ordinal)
        );

    /// <summary>Asserts that outputs differ from the oracle's by at most that share of their spread.</summary>
    public static void AssertOutputs(JsonElement oracle, Tensor outputs, double share, string what)
    {
        double[][] expected = oracle.Rows();
        float[][] actual = [.. outputs.data<float>().ToArray().Chunk((int)outputs.shape[1])];
        double[] all = [.. expected.SelectMany(row => row)];
        double mean = all.Average();
        double spread = Math.Sqrt(all.Average(value => (value - mean) * (value - mean)));
        for (int n = 0; n < expected.Length; n++)
        {
            double[] own = [.. actual[n].Take(expected[n].Length).Select(value => (double)value)];
            Golden.AssertClose(expected[n], own, share * spread, $"{what}, picture {n}");
        }
    }
}
