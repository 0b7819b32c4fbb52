using Research.Models.Checkpoints;

namespace Research.Models.Training;

/// <summary>The common case of a <see cref="Trainer"/>: one network, one loss, one optimiser at a constant rate (<see cref="SupervisedStep"/>).</summary>
public sealed class SupervisedTraining : IDisposable
{
    private readonly TrainingSettings _settings;
    private readonly ulong _seed;
    private readonly SupervisedStep _step;
    private Trainer? _trainer;

    /// <param name="learner">Its network starts as it is.</param>
    /// <param name="seed">Of the order and of dropout.</param>
    public SupervisedTraining(ILearner learner, TrainingSettings settings, ulong seed)
    {
        (_settings, _seed) = (settings, seed);
        _step = new SupervisedStep(learner, settings.Step());
    }

    /// <inheritdoc cref="Trainer.EpochsDone"/>
    public int EpochsDone => _trainer?.EpochsDone ?? 0;

    /// <inheritdoc cref="Trainer.Run"/>
    public History Run(
        IReadOnlyList<int> items,
        Func<MetricValues>? validate,
        ICheckpoints checkpoints,
        string name,
        Action<EpochRecord>? epochDone = null
    )
    {
        _trainer = new Trainer(_step, _settings.Trainer(validates: validate is not null), _seed);
        return _trainer.Run(items, validate, checkpoints, name, epochDone);
    }

    public void Dispose() => _step.Dispose();
}
