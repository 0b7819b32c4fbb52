using Research.Data;
using Research.Numerics;
using Research.Results.Claims;

namespace Research.Experiments.SpeechEmotion;

/// <summary>The study's small sets, and what it read off their curves.</summary>
internal static class SmallSample
{
    /// <summary>So many clips, of each class as many, drawn at random.</summary>
    public static int[] Of(Dataset data, IReadOnlyList<string> labels, int count, ulong seed)
    {
        Rng rng = Rng.For(seed, "emotion/sixty");
        return
        [
            .. labels
                .SelectMany(label =>
                {
                    int[] own = [.. Enumerable.Range(0, data.Clips.Count).Where(i => data.Clips[i].Label == label)];
                    rng.Shuffle(own.AsSpan());
                    return own.Take(count / labels.Count);
                })
                .Order(),
        ];
    }

    public static int IndexOf(IReadOnlyList<string> labels, string label) =>
        Enumerable.Range(0, labels.Count).First(i => labels[i] == label);

    /// <summary>Mean probability of a class over those of some clips that have it.</summary>
    public static double MeanProbability(NetRun run, int[] items, int[] classes, int of) =>
        OrderedSum.Mean([
            .. items.Select((item, i) => (item, i)).Where(x => classes[x.item] == of).Select(x => run.Probabilities[x.i][of]),
        ]);

    /// <summary>Lowest and highest validation accuracy over the epochs, highest training accuracy, and how sure an angry recording is called angry.</summary>
    /// <param name="claims">Ends of the published figures' ids: lowest, highest, and the training's or the probability.</param>
    public static List<Figure> Figures(
        string variant,
        IReadOnlyList<NetRun> runs,
        IReadOnlyList<double> sure,
        int items,
        string[] claims
    )
    {
        bool two = claims[2] == "006";
        Figure lowest = new()
        {
            Variant = variant,
            Split = "validation",
            Metric = "accuracy",
            Class = "lowest epoch",
            Runs = [.. runs.Select(run => run.Epochs.Min(epoch => epoch.Validation!.Accuracy))],
            TestItems = items,
            Claim = $"speech-emotion-{claims[0]}",
        };
        return
        [
            lowest,
            lowest with
            {
                Class = "highest epoch",
                Runs = [.. runs.Select(run => run.Epochs.Max(epoch => epoch.Validation!.Accuracy))],
                Claim = $"speech-emotion-{claims[1]}",
            },
            lowest with
            {
                Split = "train",
                Class = "highest epoch",
                Runs = [.. runs.Select(run => run.TrainAccuracies.Max())],
                TestItems = null,
                Claim = two ? null : $"speech-emotion-{claims[2]}",
            },
            lowest with
            {
                Metric = "probability",
                Class = "anger, of angry recordings",
                Runs = [.. sure],
                TestItems = null,
                Claim = two ? $"speech-emotion-{claims[2]}" : null,
            },
        ];
    }
}
