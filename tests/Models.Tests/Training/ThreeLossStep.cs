using Research.Models.Training;
using Research.Models.Training.Schedules;
using Research.Numerics;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Tests.Training;

/// <summary>A multitask network: three outputs, a mean squared error for each, one update for their sum.</summary>
internal sealed class ThreeLossStep : ITrainingStep, IDisposable
{
    private static readonly string[] Names = ["valence_loss", "arousal_loss", "tension_loss"];

    private readonly float[] _x;
    private readonly Linear _network;
    private readonly SGD _optimizer;

    public ThreeLossStep(int items)
    {
        Rng rng = Rng.For(9, "tests/three");
        _x = [.. Enumerable.Range(0, 2 * items).Select(_ => (float)rng.NextNormal())];
        manual_seed(6);
        _network = nn.Linear(2, 3);
        _optimizer = optim.SGD(_network.parameters(), 0.1, momentum: 0.9);
    }

    public IReadOnlyList<TrainedNetwork> Networks => [new("network", _network)];

    public IReadOnlyList<TrainedOptimizer> Optimizers => [new("network", _optimizer, new ConstantRate())];

    public MetricValues Step(ReadOnlySpan<int> batch)
    {
        using var scope = NewDisposeScope();
        _optimizer.zero_grad();
        int[] items = batch.ToArray();
        Tensor x = tensor(items.SelectMany(i => _x[(2 * i)..((2 * i) + 2)]).ToArray(), [items.Length, 2]);
        Tensor errors = (_network.call(x) - x.sum(1, keepdim: true)).square().mean([0]); // each task has the sum as its truth
        Tensor total = errors.sum();
        total.backward();
        _optimizer.step();
        float[] each = errors.data<float>().ToArray();
        return new([.. Names.Select((name, i) => (name, (double)each[i])), ("total_loss", total.item<float>())]);
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        _network.Dispose();
    }
}
