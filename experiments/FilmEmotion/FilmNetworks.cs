using Research.Models.Networks.Pretrained;

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
}
