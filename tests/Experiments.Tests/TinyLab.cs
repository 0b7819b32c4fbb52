using Research.Corpora;
using Research.Data;
using Research.Numerics.Checkpoints;
using Research.Pipeline;
using Research.Pipeline.Targets;

namespace Research.Experiments.Tests;

/// <summary>Runs an experiment on datasets that are given by hand, small ones mostly.</summary>
internal static class TinyLab
{
    /// <summary>Three digits by sixteen synthesised speakers, one take each.</summary>
    public static Dataset Course { get; } = SyntheticDigits.Make("synthetic-digits-course", 8, 16_000, 16, [1, 2, 3], 1);

    public static Measurement Measure(Experiment experiment, params IReadOnlyList<Dataset> datasets)
    {
        string folder = Directory.CreateTempSubdirectory("research-test-").FullName;
        try
        {
            return experiment.Measure(new Lab(BenchFor(experiment, datasets, folder), experiment));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Feature sets are made here as their own targets would make them.
    private static Bench BenchFor(Experiment experiment, IReadOnlyList<Dataset> datasets, string folder)
    {
        var opened = datasets.ToDictionary(data => data.Id);
        var upstream = new Dictionary<string, IReadOnlyDictionary<string, Func<Stream>>>();
        foreach (FeatureSet features in experiment.Features.DistinctBy(set => set.Target))
        {
            string path = Path.Combine(folder, $"{upstream.Count}.bin");
            FeatureFile.Write(path, features.Compute(opened[features.Data.Id]));
            upstream[features.Target] = new Dictionary<string, Func<Stream>> { [FeatureFile.Name] = () => File.OpenRead(path) };
        }

        return new Bench
        {
            Folder = folder,
            Open = dataset => opened[dataset.Id],
            Upstream = upstream,
            Checkpoints = NoCheckpoints.Instance,
            Report = _ => { },
        };
    }
}
