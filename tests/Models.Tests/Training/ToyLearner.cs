using Research.Models.Training;
using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Tests.Training;

/// <summary>A small regressor of y = x₀ − 2·x₁ + noise, with batch normalization and dropout where they are asked for.</summary>
internal sealed class ToyLearner : ILearner, IDisposable
{
    private const int Inputs = 3;

    private readonly float[] _x;
    private readonly float[] _y;
    private readonly nn.Module<Tensor, Tensor> _network;

    public ToyLearner(int items, bool normalized = false, double dropout = 0)
    {
        Rng rng = Rng.For(9, "tests/toy");
        _x = [.. Enumerable.Range(0, items * Inputs).Select(_ => (float)rng.NextNormal())];
        _y =
        [
            .. Enumerable
                .Range(0, items)
                .Select(i => _x[i * Inputs] - (2 * _x[(i * Inputs) + 1]) + (float)(0.1 * rng.NextNormal())),
        ];
        manual_seed(5);
        _network = nn.Sequential(
            ("features", Features(normalized)),
            ("dropout", nn.Dropout(dropout)),
            ("output", nn.Linear(4, 1))
        );
    }

    public nn.Module Network => _network;

    /// <summary>All weights and buffers, one after another.</summary>
    public float[] Weights() => Values(_network);

    public static float[] Values(nn.Module network) =>
        [
            .. network
                .state_dict()
                .Values.Where(value => value.dtype == ScalarType.Float32)
                .SelectMany(value => value.data<float>().ToArray()),
        ];

    public Tensor Loss(ReadOnlySpan<int> items)
    {
        int[] chosen = items.ToArray();
        Tensor x = tensor(chosen.SelectMany(i => _x[(i * Inputs)..((i + 1) * Inputs)]).ToArray(), [chosen.Length, Inputs]);
        Tensor y = tensor(chosen.Select(i => _y[i]).ToArray(), [chosen.Length, 1]);
        return nn.functional.mse_loss(_network.call(x), y);
    }

    /// <summary>The loss as a validation gives it.</summary>
    public MetricValues Validate(int[] items)
    {
        using var scope = NewDisposeScope();
        using IDisposable quiet = no_grad();
        return new((MetricNames.ValidationLoss, Loss(items).item<float>()));
    }

    public void Dispose() => _network.Dispose();

    private static nn.Module<Tensor, Tensor> Features(bool normalized) =>
        normalized
            ? nn.Sequential(("linear", nn.Linear(Inputs, 4)), ("norm", nn.BatchNorm1d(4)), ("tanh", nn.Tanh()))
            : nn.Sequential(("linear", nn.Linear(Inputs, 4)), ("tanh", nn.Tanh()));
}
