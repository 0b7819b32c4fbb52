using Research.Data;

namespace Research.Pipeline;

/// <summary>What an experiment works with: its opened datasets, and somebody to tell how far it is.</summary>
public sealed class Lab(
    IReadOnlyDictionary<string, Dataset> datasets,
    IProgress<double>? progress,
    CancellationToken cancellation
)
{
    private readonly Lock _gate = new();
    private double _done;

    /// <summary>An opened dataset; their bytes matched the lock.</summary>
    /// <exception cref="ArgumentException">The experiment does not name it among its data.</exception>
    public Dataset Open(DatasetRef dataset) =>
        datasets.TryGetValue(dataset.Id, out Dataset? opened)
            ? opened
            : throw new ArgumentException(
                $"The experiment opens '{dataset.Id}' but does not list it under Data.",
                nameof(dataset)
            );

    /// <summary>Tells that this share of the whole work is done; shares of parallel parts add up.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public void Advance(double share)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _done += share;
            progress?.Report(Math.Min(1, _done));
        }
    }
}
