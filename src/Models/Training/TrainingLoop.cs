using Research.Numerics.Checkpoints;

namespace Research.Models.Training;

/// <summary>A <see cref="Trainer"/> over a <see cref="SupervisedStep"/> at a constant rate, for callers that have not moved to these yet.</summary>
public sealed class TrainingLoop : IDisposable
{
    private readonly TrainingSettings _settings;
    private readonly ulong _seed;
    private readonly SupervisedStep _step;
    private Trainer? _trainer;

    /// <param name="learner">Its network starts as it is.</param>
    /// <param name="seed">Of the order and of dropout.</param>
    public TrainingLoop(ILearner learner, TrainingSettings settings, ulong seed)
    {
        (_settings, _seed) = (settings, seed);
        _step = new SupervisedStep(learner, settings.Step());
    }

    /// <inheritdoc cref="Trainer.EpochsDone"/>
    public int EpochsDone => _trainer?.EpochsDone ?? 0;

    /// <inheritdoc cref="Trainer.Run"/>
    public History Run(
        IReadOnlyList<int> items,
        Func<Score>? validate,
        ICheckpoints checkpoints,
        string name,
        Action<EpochRecord>? epochDone = null
    )
    {
        _trainer = new Trainer(_step, _settings.Trainer(validates: validate is not null), _seed);
        return _trainer.Run(items, validate is null ? null : () => validate().AsValidation(), checkpoints, name, epochDone);
    }

    public void Dispose() => _step.Dispose();
}
