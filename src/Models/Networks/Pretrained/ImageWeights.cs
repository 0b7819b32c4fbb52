using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks.Pretrained;

/// <summary>Gives a network the tensors of a trained one.</summary>
public static class ImageWeights
{
    private const string Counter = "num_batches_tracked"; // says nothing about what was learned
    private const int Named = 3;

    /// <summary>Copies all tensors, or all but those of the last layer, which keeps its first weights.</summary>
    /// <remarks>A network changes only if every tensor is there and has its shape. An auxiliary output counts as a last layer.</remarks>
    /// <param name="tensors">By their names in torchvision; more of them than needed do no harm.</param>
    /// <param name="lastLayer">Whether the last layer is loaded too: its classes are then those that the weights were trained for.</param>
    /// <exception cref="ResearchException">Tensors are missing or of another shape; names some of them.</exception>
    public static void Load(ImageNetwork network, IReadOnlyDictionary<string, LoadedTensor> tensors, bool lastLayer)
    {
        Dictionary<string, LoadedTensor> renamed = tensors.ToDictionary(pair => Renamed(pair.Key), pair => pair.Value);
        KeyValuePair<string, Tensor>[] wanted =
        [
            .. network
                .state_dict()
                .Where(pair =>
                    !pair.Key.EndsWith(Counter, StringComparison.Ordinal) && (lastLayer || !IsLast(network, pair.Key))
                ),
        ];
        string[] faults = [.. wanted.Select(pair => FaultOf(pair.Key, pair.Value, renamed)).OfType<string>()];
        if (faults.Length > 0)
        {
            throw new ResearchException(
                $"These are weights of another network than {network.GetName()}: {string.Join("; ", faults.Take(Named))}{(faults.Length > Named ? $"; and {faults.Length - Named} more" : "")}."
            );
        }

        using IDisposable quiet = no_grad();
        foreach ((string name, Tensor own) in wanted)
        {
            using Tensor loaded = tensor(renamed[name].Read(), own.shape);
            own.copy_(loaded);
        }
    }

    /// <summary>The tensors of a network, to give them to another; they are read when asked for.</summary>
    public static Dictionary<string, LoadedTensor> Of(ImageNetwork network) =>
        network
            .state_dict()
            .ToDictionary(
                pair => pair.Key,
                pair => new LoadedTensor(
                    [.. pair.Value.shape.Select(size => (int)size)],
                    () => pair.Value.data<float>().ToArray()
                )
            );

    private static bool IsLast(ImageNetwork network, string name) =>
        name.StartsWith(network.LastLayer + ".", StringComparison.Ordinal)
        || name.StartsWith(InceptionV3.AuxiliaryPath + ".", StringComparison.Ordinal);

    private static string? FaultOf(string name, Tensor own, Dictionary<string, LoadedTensor> tensors) =>
        !tensors.TryGetValue(name, out LoadedTensor? given) ? $"'{name}' is missing"
        : own.shape.SequenceEqual(given.Shape.Select(size => (long)size)) ? null
        : $"'{name}' is {string.Join('×', given.Shape)} where {string.Join('×', own.shape)} is needed";

    // DenseNet's official file is older than torchvision's names: "denselayer1.norm.1.weight".
    private static string Renamed(string name) =>
        name.Contains(".denselayer", StringComparison.Ordinal)
            ? name.Replace(".norm.", ".norm", StringComparison.Ordinal).Replace(".conv.", ".conv", StringComparison.Ordinal)
            : name;
}
