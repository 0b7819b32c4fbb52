using System.Diagnostics;
using Research.Data;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Pipeline;

/// <summary>Runs an experiment: opens its data, measures, compares with the claims, and writes the tables in one rename.</summary>
public sealed class Runner(DatasetRoom room, string artifacts)
{
    /// <summary>Runs and publishes under artifacts/profile/Study/Experiment.</summary>
    /// <exception cref="DataUnavailableException">Its data cannot be had here.</exception>
    public async Task<RunOutcome> RunAsync(
        Study study,
        Experiment experiment,
        Profile profile,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        var clock = Stopwatch.StartNew();
        var opened = new Dictionary<string, Dataset>();
        foreach (DatasetRef dataset in experiment.Data)
        {
            opened[dataset.Id] = await room.OpenAsync(dataset, cancellation);
        }

        Measurement measurement = await Task.Run(() => experiment.Measure(new Lab(opened, progress, cancellation)), cancellation);
        bool studysData = opened.Values.All(data => !data.Synthetic);
        ResultTable summary = Summary.Of(measurement.Figures, studysData ? study.Claims : null);
        var record = RunRecord.Of(experiment, profile, Fingerprint.Of(experiment, opened.Values), clock.Elapsed);
        var outcome = new RunOutcome(experiment, summary, [summary, .. measurement.Tables], record);
        ResultFolder.Publish(outcome, [.. opened.Values], ResultFolder.PathOf(artifacts, profile, experiment));
        return outcome;
    }
}
