using Research.Models.Training;
using Research.Models.Training.Schedules;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Tests.Training;

/// <summary>A step that does as it is told: update k (from 0) has a given loss and sets the only weight to k + 1.</summary>
internal sealed class ScriptedStep : ITrainingStep, IDisposable
{
    private readonly Func<int, double> _loss;
    private readonly Func<int, string> _name;
    private readonly Linear _network = nn.Linear(1, 1, hasBias: false);
    private readonly SGD _optimizer;

    /// <param name="loss">The loss of each update.</param>
    /// <param name="name">The loss's name in each update.</param>
    public ScriptedStep(LearningRateSchedule schedule, Func<int, double>? loss = null, Func<int, string>? name = null)
    {
        (_loss, _name) = (loss ?? (_ => 1), name ?? (_ => MetricNames.TrainLoss));
        _optimizer = optim.SGD(_network.parameters(), 0.01, momentum: 0.9);
        Networks = [new("network", _network)];
        Optimizers = [new("network", _optimizer, schedule)];
    }

    public IReadOnlyList<TrainedNetwork> Networks { get; init; }

    public IReadOnlyList<TrainedOptimizer> Optimizers { get; init; }

    public float Weight => _network.weight!.item<float>();

    /// <summary>Rate and momentum of each update.</summary>
    public List<(double Rate, double Momentum)> Updates { get; } = [];

    /// <summary>Items of each update.</summary>
    public List<int[]> Batches { get; } = [];

    public double Rate => _optimizer.ParamGroups.First().LearningRate;

    public MetricValues Step(ReadOnlySpan<int> batch)
    {
        using IDisposable quiet = no_grad();
        int update = Updates.Count;
        Batches.Add(batch.ToArray());
        Updates.Add((Rate, _optimizer.Momentum));
        _network.weight!.fill_(update + 1);
        return new((_name(update), _loss(update)));
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        _network.Dispose();
    }
}
