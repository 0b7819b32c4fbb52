using Research.Features.Sampling;

namespace Research.Experiments.SpeechEmotion;

/// <summary>attention.csv: where a network looks, the weights of an utterance's frames over its waveform.</summary>
internal static class AttentionPicture
{
    private const string Name = "attention";

    public static ResultTable New() =>
        new(Name, [Column.Text("clip"), .. Column.Numbers(4, "seconds", "low", "high"), Column.Number("weight", 6)]);

    public static WaveformChart Chart() =>
        new(
            Name,
            "Where the network looks",
            "The weight of each frame (line, right axis) over the waveform (grey) of a test utterance that was recognised. The weights of an utterance sum to 1."
        )
        {
            Panels = "clip",
            Seconds = "seconds",
            Low = "low",
            High = "high",
            Weight = new("weight", "attention"),
        };

    /// <summary>Adds the utterance of a corpus whose weights the trial kept.</summary>
    public static void Add(ResultTable table, Dataset data, TrialResult result, LibrosaFrames frames)
    {
        (string name, IReadOnlyList<double> weights) = result.Numbers.Single(item =>
            item.Key.StartsWith(AttentionTrial.AttentionOf, StringComparison.Ordinal)
        );
        Item item = data.Items.Single(own => own.Id == name[AttentionTrial.AttentionOf.Length..]);
        Waveform wave = FixedLength.AtMost(RateChange.Of(item.Waveform, frames.Rate), frames.Seconds);
        for (int t = 0; t < weights.Count; t++)
        {
            (double low, double high) = Extremes(wave.Samples, (t * LibrosaFrames.HopSamples) - (LibrosaFrames.HopSamples / 2));
            double seconds = (double)(t * LibrosaFrames.HopSamples) / wave.SampleRateHz;
            table.Add($"{data.Id}: {item.Id}, {item.Label}", seconds, low, high, weights[t]);
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
