using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Benchmarks.Torch;

/// <summary>A large product, a product with few rows, and an optimiser's step.</summary>
internal static class ProductCases
{
    private const int Side = 1024;
    private const int Rows = 8;
    private const int Inputs = 9216;
    private const int Outputs = 4096;

    public static IReadOnlyList<TorchCase> All { get; } =
    [
        new(TorchCase.Peak, "product of 1024×1024 matrices", 2.0 * Side * Side * Side, 10, Square),
        new("product-8x9216x4096", "linear layer, 9216 to 4096, 8 rows", 6.0 * Rows * Inputs * Outputs, 2, FewRows),
        new("adam", "Adam, 2.4 M weights", 0, 20, Adam),
    ];

    private static Action Square()
    {
        (Tensor a, Tensor b) = (randn(Side, Side), randn(Side, Side));
        return () =>
        {
            using Tensor product = a.matmul(b);
        };
    }

    private static Action FewRows()
    {
        nn.Module<Tensor, Tensor> layer = nn.Linear(Inputs, Outputs);
        Tensor input = randn([Rows, Inputs], requires_grad: true);
        Tensor upstream = randn(Rows, Outputs);
        return ConvolutionCases.ThereAndBack(layer, input, upstream);
    }

    // The weights of the four-block network and its classifier, about.
    private static Action Adam()
    {
        long[][] shapes =
        [
            [32, 1, 3, 3],
            [32],
            [64, 32, 3, 3],
            [64],
            [128, 64, 3, 3],
            [128],
            [256, 128, 3, 3],
            [256],
            [10, 201_000],
        ];
        Parameter[] weights = [.. shapes.Select(shape => nn.Parameter(randn(shape)))];
        foreach (Parameter weight in weights)
        {
            weight.grad = randn(weight.shape);
        }

        optim.Optimizer optimizer = optim.Adam(weights, 0.001);
        return () => optimizer.step();
    }
}
