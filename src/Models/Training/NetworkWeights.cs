using static TorchSharp.torch;

namespace Research.Models.Training;

/// <summary>Parameters and buffers of networks as bytes, and back.</summary>
internal static class NetworkWeights
{
    public static byte[][] Of(IReadOnlyList<TrainedNetwork> networks) => [.. networks.Select(network => Of(network.Module))];

    public static void Restore(IReadOnlyList<TrainedNetwork> networks, byte[][] weights)
    {
        foreach ((TrainedNetwork network, byte[] bytes) in networks.Zip(weights))
        {
            using var reader = new BinaryReader(new MemoryStream(bytes));
            network.Module.load(reader);
        }
    }

    private static byte[] Of(nn.Module network)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            network.save(writer);
        }

        return stream.ToArray();
    }
}
