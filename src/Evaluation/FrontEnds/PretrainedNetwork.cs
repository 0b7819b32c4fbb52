using Research.Data;
using Research.Data.Datasets;
using Research.Features.Images;
using Research.Models.Networks.Pretrained;
using Research.Numerics;

namespace Research.Evaluation.FrontEnds;

/// <summary>A network over pictures, the weights that it starts from, and how it sees pictures.</summary>
public sealed record PretrainedNetwork
{
    /// <summary>Such as "squeezenet1_0"; unique for these weights.</summary>
    public required string Name { get; init; }

    public required ImageArchitecture Architecture { get; init; }

    /// <summary>The asset with its trained weights; null for weights drawn at random.</summary>
    public required DatasetRef? Weights { get; init; }

    public required PictureNormalization Normalization { get; init; }

    /// <summary>Deep Compression's SqueezeNet 1.0 (real weights, pruned).</summary>
    public static PretrainedNetwork SqueezeNet10 =>
        new()
        {
            Name = "squeezenet1_0",
            Architecture = ImageArchitecture.SqueezeNet10,
            Weights = ImageNetWeights.SqueezeNet10,
            Normalization = PictureNormalization.Caffe,
        };

    /// <summary>Keras.js's SqueezeNet 1.1 (real weights in 8 bits).</summary>
    public static PretrainedNetwork SqueezeNet11 =>
        new()
        {
            Name = "squeezenet1_1",
            Architecture = ImageArchitecture.SqueezeNet11,
            Weights = ImageNetWeights.SqueezeNet11,
            Normalization = PictureNormalization.Keras,
        };

    /// <summary>ML.NET's ResNet-18 with one block more (real weights without classes); the mean picture is taken as the mean of each of its planes.</summary>
    public static PretrainedNetwork ResNet18 =>
        new()
        {
            Name = "resnet18",
            Architecture = ImageArchitecture.ResNet18Onnx,
            Weights = ResNet18Onnx.Dataset,
            Normalization = PictureNormalization.Cntk,
        };

    /// <summary>Torchvision's weights, for those who can fetch them.</summary>
    public static PretrainedNetwork Torchvision(string name, ImageArchitecture architecture, DatasetRef weights) =>
        new()
        {
            Name = name,
            Architecture = architecture,
            Weights = weights,
            Normalization = PictureNormalization.ImageNet,
        };

    /// <summary>The same network from weights drawn at random.</summary>
    public PretrainedNetwork FromScratch() => this with { Name = $"{Name}-random", Weights = null };

    /// <summary>The network with its trunk's weights; a last layer for other classes is drawn from the seed, as are weights where there is no asset.</summary>
    internal ImageNetwork Make(int outputs, Func<DatasetRef, Dataset> open, ulong seed)
    {
        TorchSharp.torch.manual_seed((long)Rng.For(seed, "network/weights").NextUInt64());
        ImageNetwork network = ImageNetworks.Of(Architecture, outputs);
        if (Weights is { } asset)
        {
            ImageWeights.Load(network, TensorsOf(open(asset)), lastLayer: false);
        }

        return network;
    }

    /// <summary>The tensors of an opened asset by name.</summary>
    public static Dictionary<string, LoadedTensor> TensorsOf(Dataset asset) =>
        asset
            .Items.Where(item => item.Content is TensorContent)
            .ToDictionary(item => item.Id, item => new LoadedTensor(item.Tensor.Shape, item.Tensor.Read));
}
