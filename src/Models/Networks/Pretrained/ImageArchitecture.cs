namespace Research.Models.Networks.Pretrained;

/// <summary>A network over pictures by its published name.</summary>
public enum ImageArchitecture
{
    AlexNet,
    SqueezeNet10,
    SqueezeNet11,
    Vgg16,
    ResNet18,

    /// <summary>With one block more; real weights without classes exist (ML.NET).</summary>
    ResNet18Onnx,
    DenseNet121,
    InceptionV3,
    ResNeXt101,
}
