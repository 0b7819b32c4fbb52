using Research.Data.Weights;
using Research.Data.Weights.Tensors;
using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>ResNet-18 with one block more, trained on ImageNet by Microsoft's CNTK, without the layer of classes: an asset, each item a tensor named as in torchvision.</summary>
/// <remarks>
/// Source: the NuGet package Microsoft.ML.DnnImageFeaturizer.ResNet18 0.23.1 (MIT). Input: blue, green, red of 0 to 255 less the mean picture "mean", 224 × 224. Its convolutions
/// of stride 2 pad one row less at the end than torchvision's; at 224 pixels no window reaches that row, so the results are the same.
/// </remarks>
public static class ResNet18Onnx
{
    private const string MeanName = "MeanImage";

    // The numbers in the model's own names of a convolution and of the normalization behind it: "Parameter91"; "Parameter96", "Parameter97", "Constant98", "Constant99".
    private static readonly (string Name, int Convolution, int Norm)[] Layers =
    [
        ("", 91, 96),
        ("layer1.0.1", 86, 113),
        ("layer1.0.2", 82, 127),
        ("layer1.1.1", 77, 144),
        ("layer1.1.2", 73, 158),
        ("layer2.0.1", 68, 175),
        ("layer2.0.2", 64, 189),
        ("layer2.0.downsample", 199, 203),
        ("layer2.1.1", 59, 220),
        ("layer2.1.2", 55, 234),
        ("layer3.0.1", 50, 251),
        ("layer3.0.2", 46, 265),
        ("layer3.0.downsample", 275, 279),
        ("layer3.1.1", 41, 296),
        ("layer3.1.2", 37, 310),
        ("layer4.0.1", 32, 327),
        ("layer4.0.2", 28, 341),
        ("layer4.0.downsample", 351, 355),
        ("layer4.1.1", 23, 372),
        ("layer4.1.2", 19, 386),
        ("layer4.2.1", 14, 403),
        ("layer4.2.2", 10, 417),
    ];

    public static PinnedDataset Dataset => new("resnet18-onnx", Read);

    public static DatasetCard Card => ImageNetWeights.CardOf(Dataset, "network");

    /// <summary>Lists the tensors of a verified folder.</summary>
    /// <exception cref="ResearchException">A file is no ONNX model, or lacks a tensor.</exception>
    public static IReadOnlyList<Item> Read(string folder)
    {
        Dictionary<string, WeightTensor> tensors = WeightFile
            .Read(Path.Combine(folder, "ResNet18Onnx", "ResNet18.onnx"))
            .Concat(WeightFile.Read(Path.Combine(folder, "ResNetPrepOnnx", "ResNetPreprocess.onnx")))
            .ToDictionary(tensor => tensor.Name);
        return
        [
            .. ImageNetWeights
                .Items(
                    Layers
                        .SelectMany(layer => Names(layer.Name, layer.Convolution, layer.Norm))
                        .Append(("mean", MeanName))
                        .Select(pair => Renamed(tensors, pair.Item1, pair.Item2))
                )
                .OrderBy(item => item.Id, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<(string Name, string Own)> Names(string layer, int convolution, int norm)
    {
        (string conv, string bn) = NamesOf(layer);
        yield return ($"{conv}.weight", $"Parameter{convolution}");
        yield return ($"{bn}.weight", $"Parameter{norm}");
        yield return ($"{bn}.bias", $"Parameter{norm + 1}");
        yield return ($"{bn}.running_mean", $"Constant{norm + 2}");
        yield return ($"{bn}.running_var", $"Constant{norm + 3}");
    }

    // "layer1.0.2" to "layer1.0.conv2" and "layer1.0.bn2".
    private static (string Convolution, string Norm) NamesOf(string layer) =>
        layer.Length == 0 ? ("conv1", "bn1")
        : layer.EndsWith("downsample", StringComparison.Ordinal) ? ($"{layer}.0", $"{layer}.1")
        : ($"{layer[..^1]}conv{layer[^1]}", $"{layer[..^1]}bn{layer[^1]}");

    private static WeightTensor Renamed(Dictionary<string, WeightTensor> tensors, string name, string own) =>
        tensors.TryGetValue(own, out WeightTensor? tensor)
            ? new WeightTensor(name, tensor.Shape, tensor.Read)
            : throw new ResearchException(
                $"The ONNX model of ResNet-18 has no tensor '{own}': it is another version. Restore the package again."
            );
}
