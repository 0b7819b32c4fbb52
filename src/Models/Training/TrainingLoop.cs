using Research.Numerics;
using Research.Numerics.Checkpoints;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Training;

/// <summary>Epochs of shuffled batches: loss, gradients, a step; validation; early stopping; a checkpoint.</summary>
/// <remarks>
/// All that is random in an epoch (order of items, dropout) follows from the seed and the epoch's number, so that a training that goes
/// on from a checkpoint makes the same bits as one that was never stopped.
/// </remarks>
public sealed class TrainingLoop : IDisposable
{
    private readonly ILearner _learner;
    private readonly TrainingSettings _settings;
    private readonly ulong _seed;
    private readonly OptimizerHelper _optimizer;
    private readonly TrainingState _state;

    /// <param name="learner">Its network starts as it is.</param>
    /// <param name="seed">Of the order and of dropout.</param>
    public TrainingLoop(ILearner learner, TrainingSettings settings, ulong seed)
    {
        _learner = learner;
        _settings = settings;
        _seed = seed;
        _optimizer = settings.Optimizer.Over(learner.Network.parameters());
        _state = new TrainingState(learner.Network, _optimizer, settings.Stopping);
    }

    /// <summary>Epochs that are behind it, those of an earlier process among them.</summary>
    public int EpochsDone => _state.History.Epochs.Count;

    /// <summary>Trains.</summary>
    /// <param name="items">Items to learn from.</param>
    /// <param name="validate">Scores the network on other items after each epoch; null for no validation.</param>
    /// <param name="checkpoints">Where the state is kept between epochs.</param>
    /// <param name="name">Unique within the run: which training it is.</param>
    /// <param name="epochDone">Told after each epoch.</param>
    /// <exception cref="ResearchException">A loss is not finite; names the epoch, the batch and the last good state.</exception>
    public History Run(
        IReadOnlyList<int> items,
        Func<Score>? validate,
        ICheckpoints checkpoints,
        string name,
        Action<EpochRecord>? epochDone = null
    )
    {
        checkpoints.Resume(name, _state.Read);
        while (!_state.IsDone(_settings))
        {
            int epoch = _state.History.Epochs.Count + 1;
            double loss = Epoch(items, epoch, name);
            _learner.Network.eval();
            var record = new EpochRecord(epoch, loss, validate?.Invoke());
            _state.Add(record);
            checkpoints.Save(name, _state.Write, last: _state.IsDone(_settings));
            epochDone?.Invoke(record);
        }

        _state.TakeBest();
        _learner.Network.eval();
        return _state.History;
    }

    private double Epoch(IReadOnlyList<int> items, int epoch, string name)
    {
        _learner.Network.train();
        manual_seed((long)Rng.For(_seed, $"training/noise/{epoch}").NextUInt64());
        int[] order = [.. Rng.For(_seed, $"training/order/{epoch}").Permutation(items.Count).Select(i => items[i])];
        double sum = 0;
        int batches = (order.Length + _settings.BatchSize - 1) / _settings.BatchSize;
        for (int batch = 0; batch < batches; batch++)
        {
            int first = batch * _settings.BatchSize;
            ReadOnlySpan<int> part = order.AsSpan(first, Math.Min(_settings.BatchSize, order.Length - first));
            double loss = Step(part);
            if (!double.IsFinite(loss))
            {
                throw NotFinite(loss, name, epoch, batch, batches);
            }

            sum += loss * part.Length;
        }

        return sum / order.Length;
    }

    private double Step(ReadOnlySpan<int> part)
    {
        using var scope = NewDisposeScope();
        _optimizer.zero_grad();
        Tensor loss = _learner.Loss(part);
        double value = loss.item<float>();
        if (double.IsFinite(value))
        {
            loss.backward();
            if (_settings.GradientNorm is { } most)
            {
                nn.utils.clip_grad_norm_(_learner.Network.parameters(), most);
            }

            _optimizer.step();
        }

        return value;
    }

    private static ResearchException NotFinite(double loss, string name, int epoch, int batch, int batches)
    {
        string good =
            epoch == 1
                ? "There is no earlier state."
                : $"The last good state is the checkpoint '{name}' after epoch {epoch - 1}.";
        return new ResearchException(
            $"The loss of '{name}' became {loss} in epoch {epoch}, batch {batch + 1} of {batches}. {good} Lower the learning rate, bound the gradients, or look for values that are not finite in the data."
        );
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        _state.Dispose();
    }
}
