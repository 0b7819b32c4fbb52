using Research.Corpora;
using Research.Data;
using Research.Pipeline;

namespace Research.Experiments.Tests;

/// <summary>Runs an experiment's trials on datasets that are given by hand, small ones mostly, and makes its tables.</summary>
internal static class TinyLab
{
    /// <summary>Three digits by sixteen synthesised speakers, one take each.</summary>
    public static Dataset Course { get; } = SyntheticDigits.Make("synthetic-digits-course", 8, 16_000, 16, [1, 2, 3], 1);

    public static Measurement Measure(Experiment experiment, params IReadOnlyList<Dataset> datasets) =>
        new TinyRun(experiment, datasets).Tabulate();
}
