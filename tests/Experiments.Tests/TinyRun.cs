using System.Text;
using Research.Data;
using Research.Numerics;
using Research.Numerics.Checkpoints;
using Research.Pipeline;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.Experiments.Tests;

/// <summary>One experiment in memory: features and trials are made when they are first asked for, once, and pass through their files as in the store.</summary>
internal sealed class TinyRun(Experiment experiment, IReadOnlyList<Dataset> datasets)
{
    private readonly Dictionary<string, Matrix[]> _features = [];
    private readonly Dictionary<(Type, string), Dictionary<string, byte[]>> _files = [];

    public Measurement Tabulate() =>
        experiment.Tabulate(
            new TableInputs
            {
                Experiment = experiment,
                Opening = Open,
                Reading = Read,
                Results = description => Result(TrialOf(description)),
                Times = description =>
                    FilesOf(TrialOf(description)).TryGetValue(Timings.File, out byte[]? times) ? Encoding.UTF8.GetString(times) : null,
            }
        );

    /// <summary>What a trial gives, read back from what it writes.</summary>
    public TrialResult Result(Trial trial) => TrialFiles.Read(FilesOf(trial).GetValueOrDefault);

    /// <summary>Runs a trial on its own.</summary>
    public TrialResult Run(Trial trial, ICheckpoints checkpoints, Action<double> progress) =>
        trial.Run(
            new TrialInputs
            {
                Trial = trial,
                Opening = Open,
                Reading = Read,
                Using = k => Result(trial.Uses[k]),
                Checkpoints = checkpoints,
                Progress = progress,
            }
        );

    private Dictionary<string, byte[]> FilesOf(Trial trial)
    {
        (Type, string) key = (trial.GetType(), trial.Description);
        if (!_files.TryGetValue(key, out Dictionary<string, byte[]>? files))
        {
            var written = new Dictionary<string, byte[]>();
            TrialFiles.Write(Run(trial, NoCheckpoints.Instance, _ => { }), written.Add);
            files = written;
            _files.Add(key, files);
        }

        return files;
    }

    private Trial TrialOf(string description) => experiment.Trials.Single(trial => trial.Description == description);

    private Dataset Open(DatasetRef dataset) => datasets.Single(data => data.Id == dataset.Id);

    private Matrix[] Read(FeatureSet features)
    {
        if (!_features.TryGetValue(features.Target, out Matrix[]? rows))
        {
            rows = [.. features.Compute(Open(features.Data))];
            _features.Add(features.Target, rows);
        }

        return rows;
    }
}
