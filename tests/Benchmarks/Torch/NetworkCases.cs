using TorchSharp;
using static TorchSharp.torch;

namespace Research.Benchmarks.Torch;

/// <summary>A training step of a convolutional network, and its parts that are bound by memory.</summary>
internal static class NetworkCases
{
    private const int Classes = 10;
    private static readonly int[] Channels = [1, 32, 64, 128, 256];

    // Height and width of the input of each block.
    private static readonly (int Height, int Width)[] Sizes = [(1291, 128), (645, 64), (322, 32), (161, 16)];
    private const int Batch = 16;

    public static IReadOnlyList<TorchCase> All { get; } =
    [
        new("cnn-step", "step, four-block CNN on [16, 1, 1291, 128]", Operations(), 1, Cnn),
        new("max-pool", "max pooling, 2×2 of [8, 64, 224, 224]", 0, 2, () => OnMaps(nn.MaxPool2d(2), 112)),
        new("batch-norm", "batch normalization of [8, 64, 224, 224]", 0, 2, () => OnMaps(nn.BatchNorm2d(64), 224)),
    ];

    private static double Operations() =>
        6.0
        * Batch
        * Enumerable.Range(0, Sizes.Length).Sum(i => 9L * Sizes[i].Height * Sizes[i].Width * Channels[i] * Channels[i + 1]);

    private static Action Cnn()
    {
        var blocks = new List<nn.Module<Tensor, Tensor>>();
        for (int i = 0; i < 4; i++)
        {
            blocks.Add(nn.Conv2d(Channels[i], Channels[i + 1], 3, padding: 1L));
            blocks.Add(nn.BatchNorm2d(Channels[i + 1]));
            blocks.Add(nn.ReLU(inplace: true));
            blocks.Add(nn.MaxPool2d(2));
        }

        blocks.Add(nn.Flatten());
        blocks.Add(nn.Linear(256 * 80 * 8, Classes));
        nn.Module<Tensor, Tensor> network = nn.Sequential(blocks);
        optim.Optimizer optimizer = optim.SGD(network.parameters(), 0.01);
        Tensor input = randn([Batch, 1, Sizes[0].Height, Sizes[0].Width]);
        Tensor target = randint(Classes, [Batch]);
        return () =>
        {
            using DisposeScope scope = NewDisposeScope();
            optimizer.zero_grad();
            nn.functional.cross_entropy(network.call(input), target).backward();
            optimizer.step();
        };
    }

    private static Action OnMaps(nn.Module<Tensor, Tensor> layer, int outSize)
    {
        Tensor input = randn([8, 64, 224, 224], requires_grad: true);
        return ConvolutionCases.ThereAndBack(layer, input, randn([8, 64, outSize, outSize]));
    }
}
