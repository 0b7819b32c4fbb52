using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Pretrained;

/// <summary>Inception v3 with its auxiliary output; 27,161,264 parameters for 1,000 classes, 23,834,568 without the auxiliary output.</summary>
/// <remarks>
/// The auxiliary output looks at the middle of the network and is there for training only; its loss is added times 0.4 (Szegedy et al., 2015).
/// Source: Szegedy et al. (2016), CVPR, as torchvision has it. Oracle: torchvision 0.14.1.
/// </remarks>
public sealed class InceptionV3 : ImageNetwork
{
    private const string AuxiliaryName = "AuxLogits";
    private const string Middle = "Mixed_6e";
    private const int Maps = 2048;

    private readonly List<(string Name, nn.Module<Tensor, Tensor> Module)> _trunk =
    [
        ("Conv2d_1a_3x3", NormalizedConvolution.Valid(3, 32, 3, stride: 2)),
        ("Conv2d_2a_3x3", NormalizedConvolution.Valid(32, 32, 3)),
        ("Conv2d_2b_3x3", NormalizedConvolution.Same(32, 64, 3, 3)),
        ("maxpool1", nn.MaxPool2d(3, stride: 2)),
        ("Conv2d_3b_1x1", NormalizedConvolution.Valid(64, 80, 1)),
        ("Conv2d_4a_3x3", NormalizedConvolution.Valid(80, 192, 3)),
        ("maxpool2", nn.MaxPool2d(3, stride: 2)),
        ("Mixed_5b", InceptionBlocks.A(192, 32)),
        ("Mixed_5c", InceptionBlocks.A(256, 64)),
        ("Mixed_5d", InceptionBlocks.A(288, 64)),
        ("Mixed_6a", InceptionBlocks.B(288)),
        ("Mixed_6b", InceptionBlocks.C(128)),
        ("Mixed_6c", InceptionBlocks.C(160)),
        ("Mixed_6d", InceptionBlocks.C(160)),
        (Middle, InceptionBlocks.C(192)),
        ("Mixed_7a", InceptionBlocks.D()),
        ("Mixed_7b", InceptionBlocks.E(1280)),
        ("Mixed_7c", InceptionBlocks.E(Maps)),
    ];

    private readonly AuxiliaryOutput _auxiliary;
    private readonly AdaptiveAvgPool2d avgpool;
    private readonly Dropout dropout;
    private readonly Linear fc;

    /// <param name="outputs">Classes.</param>
    public InceptionV3(int outputs)
        : base(nameof(InceptionV3))
    {
        avgpool = nn.AdaptiveAvgPool2d([1, 1]);
        dropout = nn.Dropout();
        fc = nn.Linear(Maps, outputs);
        _auxiliary = new AuxiliaryOutput(outputs);
        FirstWeights.Normal(fc, InceptionBlocks.Deviation);
        foreach ((string name, nn.Module<Tensor, Tensor> module) in _trunk)
        {
            register_module(name, module);
            FirstWeights.Normal(module, InceptionBlocks.Deviation);
        }

        register_module(AuxiliaryName, _auxiliary);
        register_module(nameof(avgpool), avgpool);
        register_module(nameof(dropout), dropout);
        register_module(nameof(fc), fc);
    }

    public override int Side => 299;

    public override string LastLayer => nameof(fc);

    /// <summary>Path of the auxiliary output, which is trained anew with the last layer.</summary>
    public static string AuxiliaryPath => AuxiliaryName;

    /// <returns>Shape [batch, 2048].</returns>
    public override Tensor Features(Tensor pictures) => Pooled(Trunk(pictures, out _));

    public override Tensor Scores(Tensor features) => fc.call(dropout.call(features));

    /// <summary>Both outputs, [batch, outputs] each; pictures of at least 299 pixels are safe.</summary>
    public (Tensor Scores, Tensor Auxiliary) WithAuxiliary(Tensor pictures)
    {
        Tensor last = Trunk(pictures, out Tensor middle);
        return (Scores(Pooled(last)), _auxiliary.call(middle));
    }

    // Those who call RegisterComponents have registered everything by name.
    protected override void RegisterComponents() { }

    private Tensor Pooled(Tensor maps) => avgpool.call(maps).flatten(1);

    private Tensor Trunk(Tensor x, out Tensor middle)
    {
        middle = x;
        foreach ((string name, nn.Module<Tensor, Tensor> module) in _trunk)
        {
            x = module.call(x);
            middle = name == Middle ? x : middle;
        }

        return x;
    }
}
