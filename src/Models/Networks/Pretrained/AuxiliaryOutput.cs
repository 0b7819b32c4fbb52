using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Pretrained;

/// <summary>Classes from the middle of Inception v3.</summary>
internal sealed class AuxiliaryOutput : nn.Module<Tensor, Tensor>
{
    private const int Ins = 768;
    private const int PoolSide = 5;

    private readonly AvgPool2d pool;
    private readonly NormalizedConvolution conv0;
    private readonly NormalizedConvolution conv1;
    private readonly AdaptiveAvgPool2d mean;
    private readonly Linear fc;

    public AuxiliaryOutput(int outputs)
        : base(nameof(AuxiliaryOutput))
    {
        pool = nn.AvgPool2d(PoolSide, stride: 3);
        conv0 = NormalizedConvolution.Valid(Ins, 128, 1);
        conv1 = NormalizedConvolution.Valid(128, Ins, PoolSide);
        mean = nn.AdaptiveAvgPool2d([1, 1]);
        fc = nn.Linear(Ins, outputs);
        RegisterComponents();
        FirstWeights.Normal(conv0, InceptionBlocks.Deviation);
        FirstWeights.Normal(conv1, InceptionBlocks.Deviation / 10);
        FirstWeights.Normal(fc, InceptionBlocks.Deviation / 100);
    }

    /// <summary>[batch, 768, rows, columns], 17 of each for pictures of 299 pixels, to [batch, outputs].</summary>
    public override Tensor forward(Tensor x) => fc.call(mean.call(conv1.call(conv0.call(pool.call(x)))).flatten(1));
}
