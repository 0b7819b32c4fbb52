using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Pretrained;

/// <summary>Weights that a network starts from where none are loaded: torchvision's distributions, drawn from TorchSharp's generator.</summary>
/// <remarks>Source: He et al. (2015), ICCV. Layers that no rule names keep PyTorch's own first weights.</remarks>
internal static class FirstWeights
{
    private const double Small = 0.01;

    /// <summary>Convolutions: normal with variance 2/fan-out, biases 0 (VGG, ResNet).</summary>
    public static void Spread(nn.Module network) =>
        Convolutions(
            network,
            weight => nn.init.kaiming_normal_(weight, mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.ReLU)
        );

    /// <summary>Convolutions: normal with variance 2/fan-in, biases 0 (DenseNet).</summary>
    public static void Gathered(nn.Module network) => Convolutions(network, weight => nn.init.kaiming_normal_(weight));

    /// <summary>Convolutions: uniform with variance 2/fan-in, biases 0 (SqueezeNet).</summary>
    public static void Uniform(nn.Module network) => Convolutions(network, weight => nn.init.kaiming_uniform_(weight));

    /// <summary>Everything: normal with that deviation (Inception; there cut at ±2, which is 20 deviations).</summary>
    public static void Normal(nn.Module network, double deviation)
    {
        Convolutions(network, weight => nn.init.normal_(weight, 0, deviation));
        foreach (Linear layer in network.modules().OfType<Linear>())
        {
            nn.init.normal_(layer.weight!, 0, deviation);
        }
    }

    /// <summary>Linear layers: normal with deviation 0.01, biases 0 (VGG).</summary>
    public static void SmallLinear(nn.Module network)
    {
        foreach (Linear layer in network.modules().OfType<Linear>())
        {
            nn.init.normal_(layer.weight!, 0, Small);
            nn.init.zeros_(layer.bias!);
        }
    }

    /// <summary>One convolution: normal with deviation 0.01, bias 0 (the last of SqueezeNet).</summary>
    public static void SmallConvolution(Conv2d convolution)
    {
        nn.init.normal_(convolution.weight!, 0, Small);
        nn.init.zeros_(convolution.bias!);
    }

    private static void Convolutions(nn.Module network, Action<Tensor> draw)
    {
        foreach (Conv2d convolution in network.modules().OfType<Conv2d>())
        {
            draw(convolution.weight!);
            if (convolution.bias is { } bias)
            {
                nn.init.zeros_(bias);
            }
        }
    }
}
