using Research.Models.Training;
using Research.Models.Training.Schedules;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Tests.Training;

/// <summary>A GAN of single numbers: the discriminator learns from every batch, the generator from every second, across epochs too.</summary>
internal sealed class GanStep : ITrainingStep, IDisposable
{
    private readonly Sequential _discriminator;
    private readonly Linear _generator;
    private readonly Adam _discriminates;
    private readonly Adam _generates;
    private readonly LearningRateSchedule _schedule;
    private int _batches;
    private double _generatorLoss;

    /// <param name="schedule">Of the generator; the discriminator's rate is constant.</param>
    public GanStep(LearningRateSchedule schedule)
    {
        manual_seed(7);
        _schedule = schedule;
        _generator = nn.Linear(2, 1);
        _discriminator = nn.Sequential(nn.Linear(1, 4), nn.Tanh(), nn.Linear(4, 1));
        _generates = optim.Adam(_generator.parameters(), 0.02, beta1: 0.5);
        _discriminates = optim.Adam(_discriminator.parameters(), 0.05, beta1: 0.5);
    }

    public IReadOnlyList<TrainedNetwork> Networks => [new("generator", _generator), new("discriminator", _discriminator)];

    public IReadOnlyList<TrainedOptimizer> Optimizers =>
        [new("generator", _generates, _schedule), new("discriminator", _discriminates, new ConstantRate())];

    public MetricValues Step(ReadOnlySpan<int> batch)
    {
        using var scope = NewDisposeScope();
        double discriminatorLoss = Discriminate(batch.ToArray());
        if (++_batches % 2 == 0)
        {
            _generatorLoss = Generate(batch.Length);
        }

        return new(("generator_loss", _generatorLoss), ("discriminator_loss", discriminatorLoss));
    }

    public void WriteState(BinaryWriter writer)
    {
        writer.Write(_batches);
        writer.Write(_generatorLoss);
    }

    public void ReadState(BinaryReader reader) => (_batches, _generatorLoss) = (reader.ReadInt32(), reader.ReadDouble());

    public void Dispose()
    {
        _generates.Dispose();
        _discriminates.Dispose();
        _generator.Dispose();
        _discriminator.Dispose();
    }

    // Real items are about 3, item by item a little more.
    private double Discriminate(int[] items)
    {
        _discriminates.zero_grad();
        Tensor real = tensor(items.Select(i => 3 + (0.01f * i)).ToArray(), [items.Length, 1]);
        Tensor fake = _generator.call(randn(items.Length, 2)).detach();
        Tensor loss =
            nn.functional.softplus(-_discriminator.call(real)).mean() + nn.functional.softplus(_discriminator.call(fake)).mean();
        loss.backward();
        _discriminates.step();
        return loss.item<float>();
    }

    private double Generate(int items)
    {
        _generates.zero_grad();
        Tensor loss = nn.functional.softplus(-_discriminator.call(_generator.call(randn(items, 2)))).mean();
        loss.backward();
        _generates.step();
        return loss.item<float>();
    }
}
