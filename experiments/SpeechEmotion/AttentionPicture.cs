using Research.Data;
using Research.Features.Sampling;
using Research.Models.Networks;
using Research.Results.Charts;
using Research.Results.Tables;

namespace Research.Experiments.SpeechEmotion;

/// <summary>Where a network looks: the weights of an utterance's frames over its waveform.</summary>
internal sealed class AttentionPicture
{
    private const string Name = "attention";

    public ResultTable Table { get; } =
        new(
            Name,
            Column.Text("clip"),
            Column.Number("seconds", 4),
            Column.Number("low", 4),
            Column.Number("high", 4),
            Column.Number("weight", 6)
        );

    public static WaveformChart Chart() =>
        new()
        {
            Table = Name,
            Title = "Where the network looks",
            Says =
                "The weight of each frame (line, right axis) over the waveform (grey) of a test utterance that was recognised. The weights of an utterance sum to 1.",
            Panels = "clip",
            Seconds = "seconds",
            Low = "low",
            High = "high",
            Weight = "weight",
            WeightTitle = "attention",
        };

    /// <summary>Adds the first test utterance of the corpus that was recognised as anger, or else the first that was recognised.</summary>
    public void Add(Dataset data, AttentionLearner learner, int[] test, int[] predicted, LibrosaFrames frames)
    {
        int[] classes = data.Classes();
        int[] right = [.. Enumerable.Range(0, test.Length).Where(i => predicted[i] == classes[test[i]])];
        int[] angry = [.. right.Where(i => data.Clips[test[i]].Label == "anger")];
        int chosen = angry.Concat(right).Append(0).First();
        Clip clip = data.Clips[test[chosen]];
        double[] weights = learner.Attention([test[chosen]])[0];
        Waveform wave = FixedLength.AtMost(RateChange.Of(clip.Waveform, frames.Rate), frames.Seconds);
        for (int t = 0; t < weights.Length; t++)
        {
            (double low, double high) = Extremes(wave.Samples, (t * LibrosaFrames.HopSamples) - (LibrosaFrames.HopSamples / 2));
            double seconds = (double)(t * LibrosaFrames.HopSamples) / wave.SampleRateHz;
            Table.Add($"{data.Id}: {clip.Name}, {clip.Label}", seconds, low, high, weights[t]);
        }
    }

    private static (double Low, double High) Extremes(double[] samples, int start)
    {
        double[] own =
        [
            .. Enumerable
                .Range(start, LibrosaFrames.HopSamples)
                .Where(n => n >= 0 && n < samples.Length)
                .Select(n => samples[n])
                .DefaultIfEmpty(),
        ];
        return (own.Min(), own.Max());
    }
}
