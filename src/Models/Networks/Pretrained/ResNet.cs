using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Pretrained;

/// <summary>Residual networks: ResNet-18 (11,689,512 parameters for 1,000 classes) and ResNeXt-101 32x8d (88,791,336).</summary>
/// <remarks>Sources: He et al. (2016), CVPR; Xie et al. (2017), CVPR, as torchvision has them (a block's stride is in its middle convolution). Oracle: torchvision 0.14.1.</remarks>
internal sealed class ResNet : ImageNetwork
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly MaxPool2d maxpool;
    private readonly Sequential layer1;
    private readonly Sequential layer2;
    private readonly Sequential layer3;
    private readonly Sequential layer4;
    private readonly AdaptiveAvgPool2d avgpool;
    private readonly Linear fc;

    /// <param name="outputs">Classes.</param>
    public ResNet(int outputs, ResNetSettings settings)
        : base(nameof(ResNet))
    {
        conv1 = nn.Conv2d(3, ResNetSettings.FirstMaps, 7, stride: 2, padding: 3, bias: false);
        bn1 = nn.BatchNorm2d(ResNetSettings.FirstMaps);
        maxpool = nn.MaxPool2d(3, stride: 2, padding: 1);
        layer1 = Layer(settings, 0);
        layer2 = Layer(settings, 1);
        layer3 = Layer(settings, 2);
        layer4 = Layer(settings, 3);
        avgpool = nn.AdaptiveAvgPool2d([1, 1]);
        fc = nn.Linear(settings.Outs(3), outputs);
        RegisterComponents();
        FirstWeights.Spread(this);
    }

    public override string LastLayer => nameof(fc);

    /// <returns>Shape [batch, 512] or [batch, 2048].</returns>
    public override Tensor Features(Tensor pictures)
    {
        Tensor x = maxpool.call(nn.functional.relu(bn1.call(conv1.call(pictures)), inplace: true));
        x = layer4.call(layer3.call(layer2.call(layer1.call(x))));
        return avgpool.call(x).flatten(1);
    }

    public override Tensor Scores(Tensor features) => fc.call(features);

    private static Sequential Layer(ResNetSettings settings, int layer) =>
        nn.Sequential(Enumerable.Range(0, settings.Blocks[layer]).Select(k => Block(settings, layer, k)));

    private static nn.Module<Tensor, Tensor> Block(ResNetSettings settings, int layer, int k)
    {
        int ins =
            k > 0 ? settings.Outs(layer)
            : layer > 0 ? settings.Outs(layer - 1)
            : ResNetSettings.FirstMaps;
        return new ResidualBlock(ins, settings.Width(layer), settings.Outs(layer), k == 0 && layer > 0 ? 2 : 1, settings);
    }
}
