using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Convolutional;

/// <summary>Convolution, batch normalization, rectifier, max pooling.</summary>
internal sealed class ConvolutionBlock : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d convolution;
    private readonly BatchNorm2d norm;
    private readonly MaxPool2d pool;

    public ConvolutionBlock(int ins, int outs, int kernel, PoolSize size)
        : base(nameof(ConvolutionBlock))
    {
        convolution = nn.Conv2d(ins, outs, kernel, padding: kernel / 2, bias: false); // the normalization has one
        norm = nn.BatchNorm2d(outs);
        pool = nn.MaxPool2d((size.Frames, size.Bands));
        RegisterComponents();
    }

    /// <summary>[batch, ins, frames, bands] to [batch, outs, frames/pool, bands/pool].</summary>
    public override Tensor forward(Tensor x) => pool.call(nn.functional.relu(norm.call(convolution.call(x)), inplace: true));

    /// <summary>The filters, [outs, ins, side, side].</summary>
    public Tensor Filters => convolution.weight!;
}
