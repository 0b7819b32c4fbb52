namespace Research.Models.Networks.Pretrained;

/// <summary>Makes networks over pictures.</summary>
public static class ImageNetworks
{
    /// <summary>Maps that the last layer of SqueezeNet sees; those of the others see a vector.</summary>
    public const int SqueezeNetMaps = 512;

    /// <summary>The network as torchvision defines it, with first weights from TorchSharp's generator.</summary>
    /// <param name="outputs">Classes.</param>
    public static ImageNetwork Of(ImageArchitecture architecture, int outputs) =>
        architecture switch
        {
            ImageArchitecture.AlexNet => new AlexNet(outputs),
            ImageArchitecture.SqueezeNet10 => new SqueezeNet(outputs, SqueezeNetSettings.Torchvision(SqueezeNetVersion.V10)),
            ImageArchitecture.SqueezeNet11 => new SqueezeNet(outputs, SqueezeNetSettings.Torchvision(SqueezeNetVersion.V11)),
            ImageArchitecture.Vgg16 => new Vgg16(outputs),
            ImageArchitecture.ResNet18 => new ResNet(outputs, ResNetSettings.ResNet18),
            ImageArchitecture.ResNet18Onnx => new ResNet(outputs, ResNetSettings.ResNet18Onnx),
            ImageArchitecture.DenseNet121 => new DenseNet(outputs),
            ImageArchitecture.InceptionV3 => new InceptionV3(outputs),
            _ => new ResNet(outputs, ResNetSettings.ResNeXt101),
        };
}
