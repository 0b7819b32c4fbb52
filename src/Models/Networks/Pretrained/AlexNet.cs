using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Pretrained;

/// <summary>AlexNet on one column: five convolutions, three linear layers; 61,100,840 parameters for 1,000 classes.</summary>
/// <remarks>Source: Krizhevsky (2014), arXiv 1404.5997, as torchvision has it. Oracle: torchvision 0.14.1, 1e-5 of the outputs' spread.</remarks>
internal sealed class AlexNet : ImageNetwork
{
    private const int Maps = 256;
    private const int PooledSide = 6;
    private const int Hidden = 4096;

    private readonly Sequential features;
    private readonly AdaptiveAvgPool2d avgpool;
    private readonly Sequential classifier;

    /// <param name="outputs">Classes.</param>
    public AlexNet(int outputs)
        : base(nameof(AlexNet))
    {
        features = nn.Sequential(
            nn.Conv2d(3, 64, 11, stride: 4, padding: 2),
            nn.ReLU(inplace: true),
            nn.MaxPool2d(3, stride: 2),
            nn.Conv2d(64, 192, 5, padding: 2),
            nn.ReLU(inplace: true),
            nn.MaxPool2d(3, stride: 2),
            nn.Conv2d(192, 384, 3, padding: 1),
            nn.ReLU(inplace: true),
            nn.Conv2d(384, Maps, 3, padding: 1),
            nn.ReLU(inplace: true),
            nn.Conv2d(Maps, Maps, 3, padding: 1),
            nn.ReLU(inplace: true),
            nn.MaxPool2d(3, stride: 2)
        );
        avgpool = nn.AdaptiveAvgPool2d([PooledSide, PooledSide]);
        classifier = nn.Sequential(
            nn.Dropout(),
            nn.Linear(Maps * PooledSide * PooledSide, Hidden),
            nn.ReLU(inplace: true),
            nn.Dropout(),
            nn.Linear(Hidden, Hidden),
            nn.ReLU(inplace: true),
            nn.Linear(Hidden, outputs)
        );
        RegisterComponents();
    }

    public override string LastLayer => "classifier.6";

    /// <returns>Shape [batch, 4096].</returns>
    public override Tensor Features(Tensor pictures) =>
        ModuleChain.Call(classifier, avgpool.call(features.call(pictures)).flatten(1), ..^1);

    public override Tensor Scores(Tensor features) => ModuleChain.Call(classifier, features, ^1..);
}
