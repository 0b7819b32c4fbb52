using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Pretrained;

/// <summary>Convolutions whose result is added to what came in.</summary>
internal sealed class ResidualBlock : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn2;
    private readonly Conv2d? conv3;
    private readonly BatchNorm2d? bn3;
    private readonly Sequential? downsample;

    public ResidualBlock(int ins, int width, int outs, int stride, ResNetSettings settings)
        : base(nameof(ResidualBlock))
    {
        if (settings.Bottleneck)
        {
            conv1 = nn.Conv2d(ins, width, 1, bias: false);
            conv2 = nn.Conv2d(width, width, 3, stride: stride, padding: 1, groups: settings.Groups, bias: false);
            conv3 = nn.Conv2d(width, outs, 1, bias: false);
            bn3 = nn.BatchNorm2d(outs);
        }
        else
        {
            conv1 = nn.Conv2d(ins, width, 3, stride: stride, padding: 1, bias: false);
            conv2 = nn.Conv2d(width, outs, 3, padding: 1, bias: false);
        }

        (bn1, bn2) = (nn.BatchNorm2d(width), nn.BatchNorm2d(width));
        if (stride > 1 || ins != outs)
        {
            downsample = nn.Sequential(nn.Conv2d(ins, outs, 1, stride: stride, bias: false), nn.BatchNorm2d(outs));
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        Tensor y = bn2.call(conv2.call(bn1.call(conv1.call(x)).relu()));
        if (conv3 is not null)
        {
            y = bn3!.call(conv3.call(y.relu()));
        }

        return (y + (downsample is null ? x : downsample.call(x))).relu();
    }
}
