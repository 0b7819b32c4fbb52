using Research.Benchmarks.Torch;
using Research.Models.Networks.Pretrained;

namespace Research.Gpu;

/// <summary>What is timed; peers.py has the same under the same names.</summary>
internal static class SpeedCases
{
    private const int Batch = 32;
    private const int Side = 224;
    private const int Classes = 1000;
    private static readonly string[] Shared = ["lstm-1x60", "lstm-3x60", "cnn-step"];

    public static IReadOnlyList<TorchCase> All { get; } =
    [
        .. new[] { 512, 1024, 2048, 4096, 8192 }.Select(Product),
        .. TorchCase.All.Where(work => Shared.Contains(work.Name)),
        Pictures("squeezenet1_1", ImageArchitecture.SqueezeNet11),
        Pictures("vgg16_bn", ImageArchitecture.Vgg16),
        Pictures("resnext101_32x8d", ImageArchitecture.ResNeXt101),
    ];

    private static TorchCase Product(int side) =>
        new(
            FormattableString.Invariant($"sgemm-{side}"),
            "product of two square matrices",
            2.0 * side * side * side,
            5,
            () =>
            {
                (Tensor a, Tensor b) = (randn(side, side), randn(side, side));
                return () => a.matmul(b).Dispose();
            }
        );

    private static TorchCase Pictures(string name, ImageArchitecture architecture) =>
        new(
            name,
            "training step on [32, 3, 224, 224]",
            0,
            1,
            () =>
            {
                ImageNetwork network = ImageNetworks.Of(architecture, Classes);
                network.train();
                optim.Optimizer optimizer = optim.SGD(network.parameters(), 0.01);
                (Tensor input, Tensor target) = (randn([Batch, 3, Side, Side]), randint(Classes, [Batch]));
                return () =>
                {
                    using DisposeScope scope = NewDisposeScope();
                    optimizer.zero_grad();
                    nn.functional.cross_entropy(network.call(input), target).backward();
                    optimizer.step();
                };
            }
        );
}
