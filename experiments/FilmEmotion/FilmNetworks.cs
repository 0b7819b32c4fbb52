using Research.Models.Networks.Pretrained;
using Research.Models.Training.Transfer;

namespace Research.Experiments.FilmEmotion;

/// <summary>The study's six networks, by the names that its claims have.</summary>
internal static class FilmNetworks
{
    public const string AlexNet = "alexnet";
    public const string Vgg = "vgg16_bn";
    public const string SqueezeNet = "squeezenet1_0";
    public const string DenseNet = "densenet121";
    public const string Inception = "inception_v3";
    public const string ResNeXt = "resnext101_32x8d";

    /// <summary>In the study's order.</summary>
    public static IReadOnlyList<(string Name, ImageArchitecture Architecture)> Published { get; } =
    [
        (AlexNet, ImageArchitecture.AlexNet),
        (Vgg, ImageArchitecture.Vgg16),
        (SqueezeNet, ImageArchitecture.SqueezeNet10),
        (DenseNet, ImageArchitecture.DenseNet121),
        (Inception, ImageArchitecture.InceptionV3),
        (ResNeXt, ImageArchitecture.ResNeXt101),
    ];

    /// <summary>Of pictures that networks were published for, in pixels; Inception's are larger.</summary>
    public const int Side = 224;

    private const int InceptionSide = 299;

    /// <summary>Of pictures that whole networks learn from on two cores.</summary>
    private const int SmallSide = 112;

    private const int QuickSide = 64;

    /// <summary>The weights that can be had here.</summary>
    public static IReadOnlyList<PretrainedNetwork> WithRealWeights { get; } =
    [PretrainedNetwork.SqueezeNet10, PretrainedNetwork.SqueezeNet11, PretrainedNetwork.ResNet18];

    public static PretrainedNetwork AlexNetFromScratch { get; } =
        PretrainedNetwork.Torchvision(AlexNet, ImageArchitecture.AlexNet, Datasets.TorchvisionAlexNet).FromScratch();

    /// <summary>The study's training at a tenth of the rate that the range test suggests.</summary>
    public static TransferSettings Slower { get; } = TransferSettings.Film with { RateShare = 0.1 };

    /// <summary>The last layer of a network, on pictures of its own size.</summary>
    public static PictureVariant Frozen(PretrainedNetwork network) =>
        new()
        {
            Claimed = "",
            Network = network,
            Frozen = true,
            Side = Side,
            Training = Slower,
        };

    /// <summary>All of a network, on smaller pictures and for half as long: what two cores can do.</summary>
    public static PictureVariant Whole(PretrainedNetwork network) =>
        Frozen(network) with
        {
            Frozen = false,
            Side = SmallSide,
            Training = Slower with { Epochs = 10 },
        };

    /// <summary>A small training for generated music.</summary>
    public static PictureVariant Quick(PretrainedNetwork network, bool frozen) =>
        Frozen(network) with
        {
            Frozen = frozen,
            Side = QuickSide,
            Training = Slower with { Epochs = 3, RangeTest = Slower.RangeTest! with { Steps = 20 }, SkipFirst = 3, SkipLast = 2 },
        };

    /// <summary>Of which others start in profile quick, and into which an occlusion looks. From random weights it learns nothing there; it is kept because its file is small.</summary>
    public static PictureVariant QuickWhole =>
        Quick(PretrainedNetwork.SqueezeNet11.FromScratch(), frozen: false) with
        {
            KeepsModels = true,
        };

    /// <summary>Of which others start, and into which an occlusion looks.</summary>
    public static PictureVariant KeptWhole => Whole(PretrainedNetwork.SqueezeNet11) with { KeepsModels = true };

    /// <summary>The study's networks, frozen and whole, as it trained them; five of the six.</summary>
    public static IEnumerable<PictureVariant> AsPublished() =>
        from network in Official()
        from frozen in new[] { true, false }
        select new PictureVariant
        {
            Claimed = network.Name,
            Network = network.Network,
            Frozen = frozen,
            Side = network.Network.Architecture == ImageArchitecture.InceptionV3 ? InceptionSide : Side,
            Training = TransferSettings.Film,
            Way = "as published",
        };

    // SqueezeNet's are Deep Compression's, as no digest of torchvision's file is known; nor is one of ResNeXt's, which has no others.
    private static IEnumerable<(string Name, PretrainedNetwork Network)> Official() =>
        [
            (AlexNet, PretrainedNetwork.Torchvision(AlexNet, ImageArchitecture.AlexNet, Datasets.TorchvisionAlexNet)),
            (Vgg, PretrainedNetwork.Torchvision(Vgg, ImageArchitecture.Vgg16, Datasets.TorchvisionVgg16)),
            (SqueezeNet, PretrainedNetwork.SqueezeNet10),
            (DenseNet, PretrainedNetwork.Torchvision(DenseNet, ImageArchitecture.DenseNet121, Datasets.TorchvisionDenseNet121)),
            (Inception, PretrainedNetwork.Torchvision(Inception, ImageArchitecture.InceptionV3, Datasets.TorchvisionInceptionV3)),
        ];
}
