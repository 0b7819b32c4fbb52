using System.Collections.Concurrent;
using System.Text;
using Research.Corpora;
using Research.Data;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Targets;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.Experiments.Tests;

/// <summary>Trials and tables of experiments, on datasets that are given by hand, small ones mostly.</summary>
/// <remarks>
/// As the engine does it: what a trial gave is written to files and read back before anything else sees it. Test classes share a run and run
/// at the same time, so each thing is made once, by whoever asks first.
/// </remarks>
internal sealed class TinyRun
{
    private readonly Dictionary<string, Dataset> _datasets;
    private readonly ConcurrentDictionary<string, Lazy<byte[]>> _features = [];
    private readonly ConcurrentDictionary<(Type, string), Lazy<Dictionary<string, byte[]>>> _results = [];

    public TinyRun(params IReadOnlyList<Dataset> datasets) => _datasets = datasets.ToDictionary(data => data.Id);

    /// <summary>Three digits by sixteen synthesised speakers, one take each.</summary>
    public static Dataset Course { get; } = SyntheticDigits.Make("synthetic-digits-course", 8, 16_000, 16, [1, 2, 3], 1);

    /// <summary>Figures and tables of an experiment, all of whose trials are run.</summary>
    public static Measurement Measure(Experiment experiment, params IReadOnlyList<Dataset> datasets) =>
        new TinyRun(datasets).Tabulate(experiment);

    /// <summary>Runs the trials of an experiment that were not run yet, then makes its tables.</summary>
    public Measurement Tabulate(Experiment experiment)
    {
        foreach (Trial trial in experiment.Trials)
        {
            FilesOf(trial);
        }

        return Tabulate(experiment, _ => null);
    }

    /// <summary>The tables of an experiment, with given results.</summary>
    /// <param name="known">The result of a trial; null for one that is to be run.</param>
    public Measurement Tabulate(Experiment experiment, Func<Trial, TrialResult?> known)
    {
        var trials = experiment.Trials.ToDictionary(trial => trial.Description);
        return experiment.Tabulate(
            new TableInputs
            {
                Experiment = experiment,
                Opening = dataset => _datasets[dataset.Id],
                Reading = Read,
                Results = description => known(trials[description]) ?? ResultOf(trials[description]),
                Times = description =>
                    FilesOf(trials[description]).TryGetValue(Timings.File, out byte[]? times)
                        ? Encoding.UTF8.GetString(times)
                        : null,
            }
        );
    }

    /// <summary>What a trial gives; it is run once.</summary>
    public TrialResult ResultOf(Trial trial) => TrialFiles.Read(name => FilesOf(trial).GetValueOrDefault(name));

    /// <summary>What a trial gives when it keeps its states there; run anew each time.</summary>
    /// <param name="progress">Receives the share that is done.</param>
    public TrialResult Run(Trial trial, ICheckpointStore checkpoints, Action<double> progress) =>
        trial.Run(
            new TrialInputs
            {
                Trial = trial,
                Opening = dataset => _datasets[dataset.Id],
                Reading = Read,
                Using = k => ResultOf(trial.Uses[k]),
                Checkpoints = checkpoints,
                Progress = progress,
            }
        );

    /// <summary>The files that a trial writes, by name.</summary>
    public static Dictionary<string, byte[]> FilesOf(TrialResult result)
    {
        var files = new Dictionary<string, byte[]>();
        TrialFiles.Write(result, files.Add);
        return files;
    }

    private Dictionary<string, byte[]> FilesOf(Trial trial) =>
        _results
            .GetOrAdd((trial.GetType(), trial.Description), _ => new(() => FilesOf(Run(trial, new MemoryStore(), _ => { }))))
            .Value;

    /// <summary>A feature set, made here as its own target would make it.</summary>
    public Matrix[] Read(FeatureSet features)
    {
        Lazy<byte[]> file = _features.GetOrAdd(
            features.Target,
            _ => new(() => FileOf(features.Compute(new FeatureInputs(features, asked => _datasets[asked.Id]))))
        );
        return FeatureFile.Read(new MemoryStream(file.Value));
    }

    private static byte[] FileOf(IReadOnlyList<Matrix> clips)
    {
        string folder = Directory.CreateTempSubdirectory("research-test-").FullName;
        try
        {
            string path = Path.Combine(folder, FeatureFile.Name);
            FeatureFile.Write(path, clips);
            return File.ReadAllBytes(path);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
