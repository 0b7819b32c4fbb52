using Research.Data;
using Research.Numerics;
using Research.Results.Trials;

namespace Research.Pipeline;

/// <summary>What an experiment makes its tables of: results of its trials, its datasets and its features.</summary>
public sealed class TableInputs
{
    public required Experiment Experiment { get; init; }

    /// <summary>Opens a dataset.</summary>
    public required Func<DatasetRef, Dataset> Opening { get; init; }

    /// <summary>Reads a feature set.</summary>
    public required Func<FeatureSet, Matrix[]> Reading { get; init; }

    /// <summary>Result of the experiment's trial of that description.</summary>
    public required Func<string, TrialResult> Results { get; init; }

    /// <summary>Wall times of the trial of that description, as a CSV file's text; null for none.</summary>
    public required Func<string, string?> Times { get; init; }

    /// <summary>What a trial gave.</summary>
    /// <exception cref="ArgumentException">It is no trial of the experiment.</exception>
    public TrialResult Of(Trial trial) => Results(trial.Description);

    /// <summary>An opened dataset; its bytes matched the lock.</summary>
    /// <exception cref="ArgumentException">The experiment does not name it among its data.</exception>
    public Dataset Open(DatasetRef dataset) =>
        Experiment.Data.Any(listed => listed.Id == dataset.Id)
            ? Opening(dataset)
            : throw new ArgumentException(
                $"The experiment opens '{dataset.Id}' but does not list it under Data.",
                nameof(dataset)
            );

    /// <summary>A feature set: one matrix an item, in the items' order.</summary>
    /// <exception cref="ArgumentException">The experiment does not name it among its features.</exception>
    public Matrix[] Read(FeatureSet features) =>
        Experiment.Features.Any(listed => listed.Target == features.Target)
            ? Reading(features)
            : throw new ArgumentException(
                $"The experiment reads '{features.Target}' but does not list it under Features.",
                nameof(features)
            );
}
