using Research.Data;
using Research.Features.Music;
using Research.Numerics;
using Research.Results.Metrics.Beats;

namespace Research.Evaluation.Rhythm;

/// <summary>How well the beats of a dataset's recordings are tracked, where the true ones are marked.</summary>
public static class BeatScores
{
    /// <summary>The label of a mark that is a beat.</summary>
    public const string Beat = "beat";

    /// <summary>The target that holds the true tempo, beats a minute.</summary>
    public const string Tempo = "tempo";

    /// <summary>One score an item, in the dataset's order.</summary>
    /// <param name="settings">The tracker's, for a sample rate.</param>
    /// <exception cref="ResearchException">An item has no marked beat, or its recording is shorter than one beat.</exception>
    public static BeatMetrics[] Of(Dataset data, Func<int, BeatSettings> settings, BeatMetricSettings counted) =>
        ParallelLoop.Select(data.Items.Count, i => Of(data.Items[i], settings, counted));

    /// <summary>The means over items.</summary>
    public static BeatMetrics Mean(IReadOnlyList<BeatMetrics> scores) =>
        new(
            OrderedSum.Mean([.. scores.Select(score => score.FMeasure)]),
            OrderedSum.Mean([.. scores.Select(score => score.CorrectLevelTotal)]),
            OrderedSum.Mean([.. scores.Select(score => score.AnyLevelTotal)])
        );

    /// <summary>The seconds of an item's true beats, ascending; at least one.</summary>
    /// <exception cref="ResearchException">None is marked.</exception>
    public static double[] TrueBeats(Item item)
    {
        double[] truth = [.. item.Marks.Where(mark => mark.Label == Beat).Select(mark => mark.StartSeconds)];
        return truth.Length > 0
            ? truth
            : throw new ResearchException(
                $"Item {item.Id} has no mark '{Beat}': beats can be scored only where the true ones are known."
            );
    }

    private static BeatMetrics Of(Item item, Func<int, BeatSettings> settings, BeatMetricSettings counted)
    {
        double[] truth = TrueBeats(item);
        Waveform waveform = item.Waveform;
        return BeatMetrics.Of(truth, Beats.Of(waveform, settings(waveform.SampleRateHz)).Seconds, counted);
    }
}
