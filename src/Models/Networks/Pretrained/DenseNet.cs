using System.Globalization;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Pretrained;

/// <summary>DenseNet-121: each layer sees what all before it in its block gave; 7,978,856 parameters for 1,000 classes.</summary>
/// <remarks>Source: Huang et al. (2017), CVPR, as torchvision has it. Oracle: torchvision 0.14.1.</remarks>
internal sealed class DenseNet : ImageNetwork
{
    private const int FirstMaps = 64;
    private const int Growth = 32;
    private static readonly int[] Layers = [6, 12, 24, 16];

    private readonly Sequential features;
    private readonly AdaptiveAvgPool2d avgpool;
    private readonly Linear classifier;

    /// <param name="outputs">Classes.</param>
    public DenseNet(int outputs)
        : base(nameof(DenseNet))
    {
        features = nn.Sequential(
            ("conv0", nn.Conv2d(3, FirstMaps, 7, stride: 2, padding: 3, bias: false)),
            ("norm0", nn.BatchNorm2d(FirstMaps)),
            ("relu0", nn.ReLU(inplace: true)),
            ("pool0", nn.MaxPool2d(3, stride: 2, padding: 1))
        );
        int maps = FirstMaps;
        for (int b = 0; b < Layers.Length; b++)
        {
            features.append(Name("denseblock", b), Block(maps, Layers[b]));
            maps += Growth * Layers[b];
            if (b < Layers.Length - 1)
            {
                features.append(Name("transition", b), Transition(maps));
                maps /= 2;
            }
        }

        features.append("norm5", nn.BatchNorm2d(maps));
        avgpool = nn.AdaptiveAvgPool2d([1, 1]);
        classifier = nn.Linear(maps, outputs);
        RegisterComponents();
        FirstWeights.Gathered(this);
        nn.init.zeros_(classifier.bias!);
    }

    public override string LastLayer => nameof(classifier);

    /// <returns>Shape [batch, 1024].</returns>
    public override Tensor Features(Tensor pictures) => avgpool.call(features.call(pictures).relu()).flatten(1);

    public override Tensor Scores(Tensor features) => classifier.call(features);

    private static Sequential Block(int ins, int layers) =>
        nn.Sequential(
            Enumerable
                .Range(0, layers)
                .Select(k => (Name("denselayer", k), (nn.Module<Tensor, Tensor>)new DenseLayer(ins + (k * Growth), Growth)))
        );

    private static Sequential Transition(int maps) =>
        nn.Sequential(
            ("norm", nn.BatchNorm2d(maps)),
            ("relu", nn.ReLU(inplace: true)),
            ("conv", nn.Conv2d(maps, maps / 2, 1, bias: false)),
            ("pool", nn.AvgPool2d(2, stride: 2))
        );

    private static string Name(string kind, int k) => kind + (k + 1).ToString(CultureInfo.InvariantCulture);

    // What comes in, and new maps behind it.
    private sealed class DenseLayer : nn.Module<Tensor, Tensor>
    {
        private const int Bottleneck = 4;

        private readonly BatchNorm2d norm1;
        private readonly Conv2d conv1;
        private readonly BatchNorm2d norm2;
        private readonly Conv2d conv2;

        public DenseLayer(int ins, int growth)
            : base(nameof(DenseLayer))
        {
            norm1 = nn.BatchNorm2d(ins);
            conv1 = nn.Conv2d(ins, Bottleneck * growth, 1, bias: false);
            norm2 = nn.BatchNorm2d(Bottleneck * growth);
            conv2 = nn.Conv2d(Bottleneck * growth, growth, 3, padding: 1, bias: false);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x)
        {
            Tensor few = conv1.call(norm1.call(x).relu());
            return cat([x, conv2.call(norm2.call(few).relu())], 1);
        }
    }
}
