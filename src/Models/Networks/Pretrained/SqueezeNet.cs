using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Pretrained;

/// <summary>SqueezeNet 1.0 and 1.1: convolutions only, most of them in fire modules; 1,248,424 and 1,235,496 parameters for 1,000 classes.</summary>
/// <remarks>Source: Iandola et al. (2016), arXiv 1602.07360, as torchvision has it. Oracle: torchvision 0.14.1, and real weights with their authors' outputs.</remarks>
internal sealed class SqueezeNet : ImageNetwork
{
    private const int LastMaps = ImageNetworks.SqueezeNetMaps;

    private readonly Sequential features;
    private readonly Sequential classifier;

    /// <param name="outputs">Classes.</param>
    public SqueezeNet(int outputs, SqueezeNetSettings settings)
        : base(nameof(SqueezeNet))
    {
        features = nn.Sequential(settings.Version == SqueezeNetVersion.V10 ? Version10(settings) : Version11(settings));
        Conv2d last = nn.Conv2d(LastMaps, outputs, 1, padding: settings.LastPadding);
        classifier = nn.Sequential(nn.Dropout(), last, nn.ReLU(inplace: true), nn.AdaptiveAvgPool2d([1, 1]));
        RegisterComponents();
        FirstWeights.Uniform(features);
        FirstWeights.SmallConvolution(last);
    }

    public override string LastLayer => "classifier.1";

    /// <returns>Shape [batch, 512, rows, columns]; 13 of each for pictures of 224 pixels.</returns>
    public override Tensor Features(Tensor pictures) => features.call(pictures);

    public override Tensor Scores(Tensor features) => classifier.call(features).flatten(1);

    private static nn.Module<Tensor, Tensor>[] Version10(SqueezeNetSettings settings) =>
        [
            nn.Conv2d(3, 96, 7, stride: 2),
            nn.ReLU(inplace: true),
            Pool(settings),
            new Fire(96, 16, 64),
            new Fire(128, 16, 64),
            new Fire(128, 32, 128),
            Pool(settings),
            new Fire(256, 32, 128),
            new Fire(256, 48, 192),
            new Fire(384, 48, 192),
            new Fire(384, 64, 256),
            Pool(settings),
            new Fire(512, 64, 256),
        ];

    private static nn.Module<Tensor, Tensor>[] Version11(SqueezeNetSettings settings) =>
        [
            nn.Conv2d(3, 64, 3, stride: 2),
            nn.ReLU(inplace: true),
            Pool(settings),
            new Fire(64, 16, 64),
            new Fire(128, 16, 64),
            Pool(settings),
            new Fire(128, 32, 128),
            new Fire(256, 32, 128),
            Pool(settings),
            new Fire(256, 48, 192),
            new Fire(384, 48, 192),
            new Fire(384, 64, 256),
            new Fire(512, 64, 256),
        ];

    private static MaxPool2d Pool(SqueezeNetSettings settings) => nn.MaxPool2d(3, stride: 2, ceil_mode: settings.RoundsUp);

    // Few maps of one pixel, then many of one and of three.
    private sealed class Fire : nn.Module<Tensor, Tensor>
    {
        private readonly Conv2d squeeze;
        private readonly Conv2d expand1x1;
        private readonly Conv2d expand3x3;

        public Fire(int ins, int squeezed, int expanded)
            : base(nameof(Fire))
        {
            squeeze = nn.Conv2d(ins, squeezed, 1);
            expand1x1 = nn.Conv2d(squeezed, expanded, 1);
            expand3x3 = nn.Conv2d(squeezed, expanded, 3, padding: 1);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x)
        {
            Tensor few = squeeze.call(x).relu();
            return cat([expand1x1.call(few), expand3x3.call(few)], 1).relu();
        }
    }
}
