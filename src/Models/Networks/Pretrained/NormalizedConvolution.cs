using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Pretrained;

/// <summary>Convolution without bias, batch normalization, rectifier: the unit of Inception v3.</summary>
internal sealed class NormalizedConvolution : nn.Module<Tensor, Tensor>
{
    private const double Epsilon = 1e-3;

    private readonly Conv2d conv;
    private readonly BatchNorm2d bn;

    private NormalizedConvolution(int ins, int outs, (long, long) kernel, int stride, (long, long) padding)
        : base(nameof(NormalizedConvolution))
    {
        conv = nn.Conv2d(ins, outs, kernel, stride: (stride, stride), padding: padding, bias: false);
        bn = nn.BatchNorm2d(outs, eps: Epsilon);
        RegisterComponents();
    }

    /// <summary>Over windows that lie wholly in the picture.</summary>
    public static NormalizedConvolution Valid(int ins, int outs, int side, int stride = 1) =>
        new(ins, outs, (side, side), stride, (0, 0));

    /// <summary>As many pixels come out as went in.</summary>
    public static NormalizedConvolution Same(int ins, int outs, int height, int width) =>
        new(ins, outs, (height, width), 1, (height / 2, width / 2));

    public override Tensor forward(Tensor x) => nn.functional.relu(bn.call(conv.call(x)), inplace: true);
}
