using TorchSharp;
using static TorchSharp.torch;

namespace Research.Benchmarks.Torch;

/// <summary>Convolutions of the networks that the studies name: forward, and backward to input, weight and bias.</summary>
internal static class ConvolutionCases
{
    public static IReadOnlyList<TorchCase> All { get; } =
    [
        Square("vgg-64@224", "VGG, 64 to 64 at 224", new Layer(2, 64, 64, 224, 3)),
        Square("vgg-512@28", "VGG, 512 to 512 at 28", new Layer(4, 512, 512, 28, 3)),
        Square("vgg-512@14", "VGG, 512 to 512 at 14", new Layer(8, 512, 512, 14, 3)),
        Square("alexnet-11x11", "AlexNet, 11×11, stride 4", new Layer(16, 3, 64, 224, 11, Stride: 4, Padding: 2)),
        Square("alexnet-5x5", "AlexNet, 5×5 at 27", new Layer(16, 64, 192, 27, 5)),
        Square("alexnet-3x3", "AlexNet, 3×3 at 13", new Layer(16, 192, 384, 13, 3)),
        OneBySeven(),
        Square("groups-32", "3×3, 256 channels in 32 groups", new Layer(8, 256, 256, 28, 3, Groups: 32)),
        Square("groups-256", "3×3, 256 channels, depth-wise", new Layer(8, 256, 256, 28, 3, Groups: 256)),
    ];

    private sealed record Layer(
        int Batch,
        int In,
        int Out,
        int Size,
        int Kernel,
        int Stride = 1,
        int? Padding = null,
        int Groups = 1
    )
    {
        public int Pad => Padding ?? Kernel / 2;
        public int OutSize => ((Size + (2 * Pad) - Kernel) / Stride) + 1;
        public double Operations => 6.0 * Batch * Out * OutSize * OutSize * (In / Groups) * Kernel * Kernel;
    }

    private static TorchCase Square(string name, string title, Layer layer)
    {
        Action Prepare()
        {
            nn.Module<Tensor, Tensor> convolution = nn.Conv2d(
                layer.In,
                layer.Out,
                layer.Kernel,
                stride: layer.Stride,
                padding: (long)layer.Pad,
                groups: layer.Groups
            );
            return Step(convolution, [layer.Batch, layer.In, layer.Size, layer.Size]);
        }

        return new TorchCase(name, title, layer.Operations, layer.Operations < 5e9 ? 5 : 1, Prepare);
    }

    // Inception's: a row of seven.
    private static TorchCase OneBySeven()
    {
        static Action Prepare() => Step(nn.Conv2d(192, 192, (1, 7), padding: (0, 3)), [8, 192, 17, 17]);
        return new TorchCase("inception-1x7", "Inception, 1×7 at 17", 6.0 * 8 * 192 * 17 * 17 * 192 * 7, 5, Prepare);
    }

    private static Action Step(nn.Module<Tensor, Tensor> layer, long[] shape)
    {
        Tensor input = randn(shape, requires_grad: true);
        using Tensor output = layer.call(input);
        return ThereAndBack(layer, input, randn(output.shape));
    }

    /// <summary>The layer's output, and the gradients of its input and its parameters.</summary>
    public static Action ThereAndBack(nn.Module<Tensor, Tensor> layer, Tensor input, Tensor upstream) =>
        () =>
        {
            using DisposeScope scope = NewDisposeScope();
            layer.call(input).backward([upstream]);
            layer.zero_grad();
            input.grad = null;
        };
}
