using Research.Data;
using Research.Numerics;
using Research.Numerics.Checkpoints;
using Research.Pipeline.Targets;

namespace Research.Pipeline;

/// <summary>What an experiment works with: its datasets and features, a place for checkpoints, and somebody to tell how far it is.</summary>
public sealed class Lab(Bench bench, Experiment experiment)
{
    private readonly Lock _gate = new();
    private double _done;

    /// <summary>Where training loops keep their state.</summary>
    public ICheckpoints Checkpoints => bench.Checkpoints;

    /// <summary>An opened dataset; its bytes matched the lock.</summary>
    /// <exception cref="ArgumentException">The experiment does not name it among its data.</exception>
    public Dataset Open(DatasetRef dataset) =>
        experiment.Data.Any(listed => listed.Id == dataset.Id)
            ? bench.Open(dataset)
            : throw new ArgumentException(
                $"The experiment opens '{dataset.Id}' but does not list it under Data.",
                nameof(dataset)
            );

    /// <summary>A feature set: one matrix a clip, in the clips' order.</summary>
    /// <exception cref="ArgumentException">The experiment does not name it among its features.</exception>
    public Matrix[] Read(FeatureSet features) =>
        experiment.Features.Any(listed => listed.Target == features.Target)
            ? FeatureFile.Read(bench.OpenRead(features.Target, FeatureFile.Name))
            : throw new ArgumentException(
                $"The experiment reads '{features.Target}' but does not list it under Features.",
                nameof(features)
            );

    /// <summary>Opens a file that another experiment made: a stream that can seek.</summary>
    /// <exception cref="ArgumentException">The experiment does not name that target under Uses, or the target made no such file.</exception>
    public Stream OpenRead(string target, string file) => bench.OpenRead(target, file);

    /// <summary>Tells that this share of the whole work is done; shares of parallel parts add up.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public void Advance(double share)
    {
        lock (_gate)
        {
            _done += share;
            bench.Report(Math.Min(1, _done));
        }
    }
}
