using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.Tables;
using Research.Numerics;
using Research.Results.Trials;

namespace Research.Evaluation.Tests;

/// <summary>Small datasets, items and predictions.</summary>
internal static class Samples
{
    public const int SampleRateHz = 8000;

    /// <summary>A name for a dataset that is given by hand.</summary>
    public static DatasetRef Named(string id) =>
        new GeneratedDataset(id, () => throw new InvalidOperationException($"'{id}' is given by hand."));

    /// <summary>Noise of some length, a clip for each label of each speaker.</summary>
    public static Dataset Noise(string id, IReadOnlyList<string> speakers, IReadOnlyList<string> labels)
    {
        var rng = Rng.For(1, "tests/noise");
        Item[] items =
        [
            .. from speaker in speakers
            from label in labels
            select new Item($"{speaker}-{label}", label, speaker, null, Wave(rng, 0.2 + (0.01 * rng.NextInt(20)))),
        ];
        return new Dataset(id, "1", $"digest of {id}", Synthetic: true, items);
    }

    public static Waveform Wave(Rng rng, double seconds) =>
        new([.. Enumerable.Range(0, (int)(seconds * SampleRateHz)).Select(_ => 0.1 * rng.NextNormal())], SampleRateHz);

    /// <summary>Items of one letter a label, in groups of one letter each: "ab" and "xy" are a of x and b of y.</summary>
    public static SplitItems Items(string labels, string groups, string? corpora = null) =>
        new()
        {
            Names = [.. labels.Select((_, i) => $"i{i}")],
            Labels = [.. labels.Select(label => $"{label}")],
            Groups = [.. groups.Select(group => $"{group}")],
            Subsets = [.. labels.Select(_ => (Subset?)null)],
            Corpora = [.. (corpora ?? new string('c', labels.Length)).Select(corpus => $"{corpus}")],
            Classes = [.. labels.Distinct().Order().Select(label => $"{label}")],
        };

    /// <summary>Predictions of one letter an item: "aab" and "abb" are right, wrong, right.</summary>
    public static ClassPredictions Predicted(
        string truth,
        string predicted,
        string classes = "ab",
        string part = "test",
        int first = 0
    ) =>
        new(
            part,
            [.. truth.Select((_, i) => $"i{first + i}")],
            [.. classes.Select(label => $"{label}")],
            [.. truth.Select(label => classes.IndexOf(label, StringComparison.Ordinal))],
            [.. predicted.Select(label => classes.IndexOf(label, StringComparison.Ordinal))],
            null
        );

    public static ClassRun Run(
        string variant,
        string truth,
        string predicted,
        string split = "test",
        ulong seed = 1,
        string classes = "ab"
    ) => new(variant, split, seed, Predicted(truth, predicted, classes));

    /// <summary>Values of one target: a prediction for each true value.</summary>
    public static ValueRun Values(
        string variant,
        double[] truth,
        double[] predicted,
        string split = "test",
        ulong seed = 1,
        string target = "valence"
    ) =>
        new(
            variant,
            split,
            seed,
            new(
                split,
                [.. truth.Select((_, i) => $"i{i}")],
                [target],
                [.. truth.Select(value => new[] { value })],
                [.. predicted.Select(value => new[] { value })]
            )
        );
}
