using Research.Data.Weights;

namespace Research.Data.Datasets;

/// <summary>Torchvision's own trained weights (ImageNet, 1,000 classes) for those who can fetch them: assets, each item a tensor.</summary>
/// <remarks>
/// Names and shapes are those of the networks; DenseNet's file has names of an older version ("norm.1" for "norm1"). Source: torchvision 0.14, weights IMAGENET1K_V1
/// (BSD; trained on ImageNet, whose terms bind). Pins: each file's name states the first 8 digits of its SHA-256; the whole digest and the size are those that several
/// public projects state alike, and were not measured here.
/// </remarks>
public static class TorchvisionWeights
{
    public static PinnedDataset AlexNet => Of("torchvision-alexnet");

    public static PinnedDataset Vgg16 => Of("torchvision-vgg16-bn");

    public static PinnedDataset SqueezeNet11 => Of("torchvision-squeezenet11");

    public static PinnedDataset ResNet18 => Of("torchvision-resnet18");

    public static PinnedDataset DenseNet121 => Of("torchvision-densenet121");

    public static PinnedDataset InceptionV3 => Of("torchvision-inception-v3");

    public static DatasetCard AlexNetCard => CardOf(AlexNet);

    public static DatasetCard Vgg16Card => CardOf(Vgg16);

    public static DatasetCard SqueezeNet11Card => CardOf(SqueezeNet11);

    public static DatasetCard ResNet18Card => CardOf(ResNet18);

    public static DatasetCard DenseNet121Card => CardOf(DenseNet121);

    public static DatasetCard InceptionV3Card => CardOf(InceptionV3);

    /// <summary>Lists the tensors of the one file in a verified folder.</summary>
    /// <exception cref="Numerics.ResearchException">It is no file of weights.</exception>
    public static IReadOnlyList<Item> Read(string folder) =>
        [
            .. ImageNetWeights
                .Items(WeightFile.Read(Directory.EnumerateFiles(folder, "*.pth").Single()))
                .OrderBy(item => item.Id, StringComparer.Ordinal),
        ];

    private static PinnedDataset Of(string id) => new(id, Read);

    private static DatasetCard CardOf(PinnedDataset dataset) => ImageNetWeights.CardOf(dataset, "network");
}
