using Research.Data;
using Research.Numerics;
using Research.Results.Trials;

namespace Research.Pipeline;

/// <summary>What a trial reads, a place for its checkpoints, and where it tells how far it is.</summary>
public sealed class TrialInputs
{
    private readonly Lock _gate = new();
    private double _done;

    public required Trial Trial { get; init; }

    /// <summary>Opens a dataset.</summary>
    public required Func<DatasetRef, Dataset> Opening { get; init; }

    /// <summary>Reads a feature set.</summary>
    public required Func<FeatureSet, Matrix[]> Reading { get; init; }

    /// <summary>Result of the k-th trial that this one uses.</summary>
    public required Func<int, TrialResult> Using { get; init; }

    /// <summary>Where training loops keep their state.</summary>
    public required ICheckpointStore Checkpoints { get; init; }

    /// <summary>Receives the share that is done, 0 to 1; throws where the run was stopped.</summary>
    public required Action<double> Progress { get; init; }

    /// <summary>An opened dataset; its bytes matched the lock.</summary>
    /// <exception cref="ArgumentException">The trial does not name it among its data.</exception>
    public Dataset Open(DatasetRef dataset) =>
        Trial.Data.Any(listed => listed.Id == dataset.Id)
            ? Opening(dataset)
            : throw new ArgumentException(
                $"The trial '{Trial.Description}' opens '{dataset.Id}' but does not list it under Data.",
                nameof(dataset)
            );

    /// <summary>A feature set: one matrix an item, in the items' order.</summary>
    /// <exception cref="ArgumentException">The trial does not name it among its features.</exception>
    public Matrix[] Read(FeatureSet features) =>
        Trial.Features.Any(listed => listed.Target == features.Target)
            ? Reading(features)
            : throw new ArgumentException(
                $"The trial '{Trial.Description}' reads '{features.Target}' but does not list it under Features.",
                nameof(features)
            );

    /// <summary>What a trial that this one uses gave.</summary>
    /// <exception cref="ArgumentException">The trial does not name it among those that it uses.</exception>
    public TrialResult Result(Trial used)
    {
        IReadOnlyList<Trial> uses = Trial.Uses;
        for (int k = 0; k < uses.Count; k++)
        {
            if (uses[k].Description == used.Description && uses[k].GetType() == used.GetType())
            {
                return Using(k);
            }
        }

        throw new ArgumentException(
            $"The trial '{Trial.Description}' reads the result of '{used.Description}' but does not list it under Uses.",
            nameof(used)
        );
    }

    /// <summary>The same for another trial that this one turns out to be: one with other settings over the same data and features.</summary>
    public TrialInputs For(Trial other) =>
        new()
        {
            Trial = other,
            Opening = Opening,
            Reading = Reading,
            Using = Using,
            Checkpoints = Checkpoints,
            Progress = Progress,
        };

    /// <summary>Tells that this share of the work is done; shares of parallel parts add up.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public void Advance(double share)
    {
        lock (_gate)
        {
            _done += share;
            Progress(Math.Min(1, _done));
        }
    }
}
