using Research.Models.Checkpoints;
using Research.Models.Training;
using Research.Models.Training.Schedules;
using static TorchSharp.torch;

namespace Research.Models.Tests.Training;

/// <summary>What the networks draw while they train, such as the masks of dropout: new in every epoch, and the same for the same seed.</summary>
public class NoiseTests
{
    private static readonly int[] Items = [.. Enumerable.Range(0, 16)];

    [Fact]
    public void Every_epoch_draws_noise_of_its_own()
    {
        float[][] drawn = Drawn(seed: 1);
        Assert.Equal(6, drawn.Length);
        Assert.Equal(6, drawn.Select(noise => string.Join(' ', noise)).Distinct().Count());
    }

    [Fact]
    public void A_seed_draws_the_same_again_and_another_seed_something_else()
    {
        Assert.Equal(Drawn(seed: 1), Drawn(seed: 1));
        Assert.All(Drawn(seed: 1).Zip(Drawn(seed: 2)), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public void Every_epoch_has_an_order_of_its_own_of_all_items()
    {
        using var step = new ScriptedStep(new ConstantRate());
        new Trainer(step, TrainerTests.Settings with { BatchSize = 16 }, 1).Run(Items, null, NoCheckpoints.Instance, "t");
        Assert.Equal(4, step.Batches.Count);
        Assert.Equal(4, step.Batches.Select(order => string.Join(' ', order)).Distinct().Count());
        Assert.All(step.Batches, order => Assert.Equal(Items, order.Order()));
    }

    // Two batches in each of three epochs.
    private static float[][] Drawn(ulong seed)
    {
        using var step = new DrawingStep();
        new Trainer(step, TrainerTests.Settings with { Epochs = 3 }, seed).Run(Items, null, NoCheckpoints.Instance, "t");
        return [.. step.Noise];
    }

    /// <summary>Draws eight numbers a batch and learns nothing.</summary>
    private sealed class DrawingStep : ITrainingStep, IDisposable
    {
        private readonly ScriptedStep _inner = new(new ConstantRate());

        public List<float[]> Noise { get; } = [];

        public IReadOnlyList<TrainedNetwork> Networks => _inner.Networks;

        public IReadOnlyList<TrainedOptimizer> Optimizers => _inner.Optimizers;

        public MetricValues Step(ReadOnlySpan<int> batch)
        {
            using var scope = NewDisposeScope();
            Noise.Add(rand(8).data<float>().ToArray());
            return _inner.Step(batch);
        }

        public void Dispose() => _inner.Dispose();
    }
}
