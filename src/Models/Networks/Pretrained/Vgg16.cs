using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Pretrained;

/// <summary>VGG with 16 layers and batch normalization: thirteen convolutions, three linear layers; 138,365,992 parameters for 1,000 classes.</summary>
/// <remarks>Source: Simonyan and Zisserman (2015), configuration D, as torchvision's vgg16_bn has it. Oracle: torchvision 0.14.1.</remarks>
internal sealed class Vgg16 : ImageNetwork
{
    private const int PooledSide = 7;
    private const int Hidden = 4096;

    // Maps of the convolutions between two poolings.
    private static readonly int[][] Stages =
    [
        [64, 64],
        [128, 128],
        [256, 256, 256],
        [512, 512, 512],
        [512, 512, 512],
    ];

    private readonly Sequential features;
    private readonly AdaptiveAvgPool2d avgpool;
    private readonly Sequential classifier;

    /// <param name="outputs">Classes.</param>
    public Vgg16(int outputs)
        : base(nameof(Vgg16))
    {
        features = nn.Sequential(Layers());
        avgpool = nn.AdaptiveAvgPool2d([PooledSide, PooledSide]);
        classifier = nn.Sequential(
            nn.Linear(Stages[^1][^1] * PooledSide * PooledSide, Hidden),
            nn.ReLU(inplace: true),
            nn.Dropout(),
            nn.Linear(Hidden, Hidden),
            nn.ReLU(inplace: true),
            nn.Dropout(),
            nn.Linear(Hidden, outputs)
        );
        RegisterComponents();
        FirstWeights.Spread(this);
        FirstWeights.SmallLinear(this);
    }

    public override string LastLayer => "classifier.6";

    /// <returns>Shape [batch, 4096].</returns>
    public override Tensor Features(Tensor pictures) =>
        ModuleChain.Call(classifier, avgpool.call(features.call(pictures)).flatten(1), ..^1);

    public override Tensor Scores(Tensor features) => ModuleChain.Call(classifier, features, ^1..);

    private static IEnumerable<nn.Module<Tensor, Tensor>> Layers()
    {
        int ins = 3;
        foreach (int[] stage in Stages)
        {
            foreach (int outs in stage)
            {
                yield return nn.Conv2d(ins, outs, 3, padding: 1);
                yield return nn.BatchNorm2d(outs);
                yield return nn.ReLU(inplace: true);
                ins = outs;
            }

            yield return nn.MaxPool2d(2, stride: 2);
        }
    }
}
