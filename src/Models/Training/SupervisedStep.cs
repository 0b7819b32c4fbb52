using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Training;

/// <summary>One network, one loss, one optimiser: the gradient of the batch's mean loss, bounded if asked, and an update.</summary>
/// <remarks>Its loss is named train_loss.</remarks>
public sealed class SupervisedStep : ITrainingStep, IDisposable
{
    private readonly SupervisedSettings _settings;
    private readonly FrozenParts _parts;
    private readonly OptimizerHelper _optimizer;
    private ILearner _learner;

    /// <param name="learner">Its network starts as it is; frozen parameters require no gradient from now on. The caller disposes of it.</param>
    /// <exception cref="ArgumentException">A frozen path names no parameter, or nothing is left to learn.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no micro-batches.</exception>
    public SupervisedStep(ILearner learner, SupervisedSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.MicroBatches, 1);
        (_learner, _settings) = (learner, settings);
        _parts = new FrozenParts(learner.Network, settings.Frozen);
        _optimizer = settings.Optimizer.Over(_parts.Trained);
        Networks = [new("network", learner.Network)];
        Optimizers = [new("network", _optimizer, settings.Schedule)];
    }

    public IReadOnlyList<TrainedNetwork> Networks { get; }

    public IReadOnlyList<TrainedOptimizer> Optimizers { get; }

    public MetricValues Step(ReadOnlySpan<int> batch)
    {
        using var scope = NewDisposeScope();
        _parts.Evaluate();
        _optimizer.zero_grad();
        double loss = GradientAccumulation.Backward(batch, _settings.MicroBatches, _learner.Loss);
        if (double.IsFinite(loss))
        {
            if (_settings.GradientNorm is { } most)
            {
                nn.utils.clip_grad_norm_(_parts.Trained, most);
            }

            _optimizer.step();
        }

        return new((MetricNames.TrainLoss, loss));
    }

    public void Dispose() => _optimizer.Dispose();

    /// <summary>Has another learner, such as one that writes the losses down, stand before the step's own from now on.</summary>
    internal void Watch(Func<ILearner, ILearner> watch) => _learner = watch(_learner);
}
