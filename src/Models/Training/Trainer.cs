using Research.Models.Checkpoints;
using Research.Models.Training.Schedules;
using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Training;

/// <summary>Epochs of shuffled batches for any training step: learning rates, averaged weights, validation, early stopping, checkpoints.</summary>
/// <remarks>
/// All that is random in an epoch (order of items, dropout, latent vectors) follows from the seed and the epoch's number, so that a training that
/// goes on from a checkpoint makes the same bits as one that was never stopped.
/// </remarks>
public sealed class Trainer
{
    private readonly ITrainingStep _step;
    private readonly TrainerSettings _settings;
    private readonly ulong _seed;

    /// <param name="step">Its networks start as they are, its optimisers without an update. The caller disposes of it.</param>
    /// <param name="seed">Of the order and of what the networks draw.</param>
    /// <exception cref="ArgumentException">
    /// Early stopping or a schedule needs a metric and none is monitored; the average names no network of the step; names are not unique.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">Less than one epoch or one item a batch, or a decay out of range.</exception>
    public Trainer(ITrainingStep step, TrainerSettings settings, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Epochs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.BatchSize, 1);
        if (settings.Monitor is null && (settings.Stopping is not null || step.Optimizers.Any(each => each.Schedule.NeedsMetric)))
        {
            throw new ArgumentException(
                "Early stopping and ReduceOnPlateau follow a metric: name the one to monitor.",
                nameof(settings)
            );
        }

        CheckUnique(step.Networks.Select(network => network.Name));
        CheckUnique(step.Optimizers.Select(optimizer => optimizer.Name));
        if (settings.Average is { } average)
        {
            WeightAverage.Check(average, step.Networks);
        }

        (_step, _settings, _seed) = (step, settings, seed);
    }

    /// <summary>Epochs that are behind it, those of an earlier process among them.</summary>
    public int EpochsDone { get; private set; }

    /// <summary>Trains, once.</summary>
    /// <param name="items">Items to learn from.</param>
    /// <param name="validate">
    /// Scores the networks on other items after each epoch, in evaluation mode and with averaged weights if there are any; null for no validation.
    /// </param>
    /// <param name="checkpoints">Where the state is kept between epochs.</param>
    /// <param name="name">Unique within the run: which training it is.</param>
    /// <param name="epochDone">Told after each epoch.</param>
    /// <returns>What happened; the networks then have the best weights (with early stopping) or the last, averaged if asked, in evaluation mode.</returns>
    /// <exception cref="ArgumentException">There are no items, or two values of an epoch share a name.</exception>
    /// <exception cref="ResearchException">
    /// A loss is not finite (names the epoch, the batch and the last good state), or the monitored metric is not among an epoch's values.
    /// </exception>
    /// <exception cref="InvalidDataException">The checkpoint is of another version or step.</exception>
    public History Run(
        IReadOnlyList<int> items,
        Func<MetricValues>? validate,
        ICheckpoints checkpoints,
        string name,
        Action<EpochRecord>? epochDone = null
    )
    {
        if (items.Count == 0)
        {
            throw new ArgumentException($"There are no items to train '{name}' on.", nameof(items));
        }

        int batches = (items.Count + _settings.BatchSize - 1) / _settings.BatchSize;
        using var state = new TrainingState(_step, _settings, new TrainingLength(_settings.Epochs, batches));
        checkpoints.Resume(name, state.Read);
        EpochsDone = state.History.Epochs.Count;
        while (!state.IsDone)
        {
            MetricValues losses = Epoch(state, items, batches, name);
            EpochRecord record = Evaluate(state, losses, validate);
            state.ChangeRates(record);
            EpochsDone = record.Epoch;
            checkpoints.Save(name, state.Write, last: state.IsDone);
            epochDone?.Invoke(record);
        }

        state.TakeResult();
        SetTraining(false);
        return state.History;
    }

    private MetricValues Epoch(TrainingState state, IReadOnlyList<int> items, int batches, string name)
    {
        int epoch = EpochsDone + 1;
        SetTraining(true);
        manual_seed((long)Rng.For(_seed, $"training/noise/{epoch}").NextUInt64());
        int[] order = [.. Rng.For(_seed, $"training/order/{epoch}").Permutation(items.Count).Select(i => items[i])];
        var losses = new EpochLosses();
        for (int batch = 0; batch < batches; batch++)
        {
            int first = batch * _settings.BatchSize;
            ReadOnlySpan<int> part = order.AsSpan(first, Math.Min(_settings.BatchSize, order.Length - first));
            state.BeforeUpdate();
            MetricValues values = _step.Step(part);
            CheckFinite(values, name, epoch, batch, batches);
            losses.Add(values, part.Length);
            state.Average?.Update();
        }

        return losses.Means();
    }

    private EpochRecord Evaluate(TrainingState state, MetricValues losses, Func<MetricValues>? validate)
    {
        SetTraining(false);
        state.Average?.Swap();
        MetricValues values = validate is null ? losses : losses.And(validate());
        var record = new EpochRecord(EpochsDone + 1, values.And(Rates()));
        state.Add(record);
        state.Average?.Swap();
        return record;
    }

    private MetricValues Rates()
    {
        bool single = _step.Optimizers.Count == 1;
        return new([
            .. _step.Optimizers.Select(trained =>
                (
                    single ? MetricNames.LearningRate : $"{trained.Name}_{MetricNames.LearningRate}",
                    trained.Optimizer.ParamGroups.First().LearningRate
                )
            ),
        ]);
    }

    private void SetTraining(bool on)
    {
        foreach (TrainedNetwork network in _step.Networks)
        {
            network.Module.train(on);
        }
    }

    private static void CheckUnique(IEnumerable<string> names)
    {
        string[] all = [.. names];
        if (all.Distinct().Count() != all.Length)
        {
            throw new ArgumentException(
                $"Networks and optimisers of a step need names of their own; given {string.Join(", ", all)}."
            );
        }
    }

    private static void CheckFinite(MetricValues losses, string name, int epoch, int batch, int batches)
    {
        foreach ((string loss, double value) in losses.Items.Where(item => !double.IsFinite(item.Value)))
        {
            string good =
                epoch == 1
                    ? "There is no earlier state."
                    : $"The last good state is the checkpoint '{name}' after epoch {epoch - 1}.";
            throw new ResearchException(
                $"The {loss} of '{name}' became {value} in epoch {epoch}, batch {batch + 1} of {batches}. {good} Lower the learning rate, bound the gradients, or look for values that are not finite in the data."
            );
        }
    }
}
