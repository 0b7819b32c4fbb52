using Research.Data;
using Research.Data.Splits;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Charts;
using Research.Results.Claims;

namespace Research.Experiments.SpeechEmotion;

/// <summary>What does attention over 36 short-term features learn from 60 recordings, and what from all?</summary>
/// <remarks>
/// <para>Follows: speech-emotion part 1 (claims speech-emotion-001 to 006). 36 features a frame, two dense layers with dropout, a bidirectional LSTM; a learned vector, at first 1/256
/// everywhere, times each output, softmax over the frames, weighted sum, softmax. Five classes, and two, with 60 recordings, of which a fifth validates.
/// nEMO stands in for ShEMO, whose sound cannot be had here; the fifth class that is left out is fear, ShEMO's rarest.</para>
/// <para>The study's figures are read off a training's validation curve, so the lowest and the highest of the epochs are compared, and the highest of the training's.
/// Beyond it: all recordings, corrected features scaled on the training clips, attention on voiced frames only, with and without speakers shared.</para>
/// <para>Deviations: the vector is a parameter of its own, where the program passes a constant through a dense layer; PyTorch's first weights; padding is left out by packing, not by a
/// masking value. The study does not say which two classes: anger and sadness are ours. Run: ./build.sh --target SpeechEmotion.LocalAttention --profile paper.
/// Cost: about 27 min on one core.</para>
/// </remarks>
public sealed record LocalAttention : Experiment
{
    public override string Question =>
        "What does attention over 36 short-term features learn from 60 recordings, and what from all?";

    public override long MemoryBytes => 3L << 30;

    // Data
    /// <summary>Recordings of the study's small sets.</summary>
    public required int SmallSet { get; init; }

    public required IReadOnlyList<string> FiveClasses { get; init; }

    public required IReadOnlyList<string> TwoClasses { get; init; }

    public required double TestFraction { get; init; }

    public required double ValidationFraction { get; init; }

    /// <summary>The dataset that answers what the study measured on ShEMO.</summary>
    public required string StandIn { get; init; }

    // Features and models
    public required ShortTermFrames PublishedFrames { get; init; }

    public required ShortTermFrames CorrectedFrames { get; init; }

    public required NetVariant Published { get; init; }

    public required NetVariant Corrected { get; init; }

    public required SpeakerTrials Speakers { get; init; }

    public override IReadOnlyList<FeatureSet> Features =>
        [PublishedFrames.On(Data.First(data => data.Id == StandIn)), .. Data.Select(data => CorrectedFrames.On(data))];

    public override IReadOnlyList<Chart> Charts() =>
        [
            EmotionTables.CurveChart("variant"),
            BarChart.Accuracies("All recordings: mean over the seeds with its 95 % interval.", "random split"),
            BarChart.Accuracies("All recordings, every speaker left out once.", EmotionTables.SpeakersOut),
            EmotionTables.SpeakerChart(),
        ];

    // Measurement
    public override Measurement Measure(Lab lab)
    {
        var results = new EmotionTables();
        DatasetRef standIn = Data.First(data => data.Id == StandIn);
        Matrix[] frames = lab.Read(PublishedFrames.On(standIn));
        IEnumerable<Figure> five = Small(lab, results, lab.Open(standIn), frames, FiveClasses, ["001", "002", "003"]);
        IEnumerable<Figure> two = Small(lab, results, lab.Open(standIn), frames, TwoClasses, ["004", "005", "006"]);
        Figure[] small = [.. five, .. two];
        foreach (DatasetRef source in Data)
        {
            Dataset data = lab.Open(source);
            All(lab, results, data, lab.Read(CorrectedFrames.On(source)));
        }

        Measurement measured = results.ToMeasurement(Seeds[0]);
        return new([.. small, .. measured.Figures], measured.Tables);
    }

    // Sixty recordings of some classes, as evenly as can be; a fifth of them validates.
    private List<Figure> Small(
        Lab lab,
        EmotionTables results,
        Dataset data,
        Matrix[] frames,
        IReadOnlyList<string> labels,
        string[] claims
    )
    {
        string variant = $"{data.Id}, {SmallSet} recordings, {labels.Count} classes, {Published.Words}";
        (var runs, var sure) = (new List<NetRun>(), new List<double>());
        int items = 0;
        foreach (ulong seed in Seeds)
        {
            int[] chosen = SmallSample.Of(data, labels, SmallSet, seed);
            int[] classes = [.. chosen.Select(i => SmallSample.IndexOf(labels, data.Clips[i].Label!))];
            EmotionData own = new([.. chosen.Select(i => frames[i])], classes, labels, null);
            Split split = StratifiedSplit.Of(classes, ValidationFraction, Rng.For(seed, "emotion/validation"));
            var parts = new ThreeParts(split.Train, split.Test, split.Test);
            NetRun run = new NetTrial(lab, $"{variant}/seed {seed}", Share(1)).Run(own, parts, Published, seed);
            results.AddCurve(variant, seed, run);
            runs.Add(run);
            sure.Add(SmallSample.MeanProbability(run, parts.Test, classes, SmallSample.IndexOf(labels, "anger")));
            items = parts.Test.Length;
        }

        return SmallSample.Figures(variant, runs, sure, items, claims);
    }

    private void All(Lab lab, EmotionTables results, Dataset data, Matrix[] frames)
    {
        string words = $"{data.Id}, {Corrected.Words}";
        EmotionData own = new(frames, data.Classes(), data.Labels, [.. frames.Select(ShortTermFrames.Voiced)]);
        foreach (ulong seed in Seeds)
        {
            var parts = ThreeParts.Random(own.Classes, TestFraction, ValidationFraction, seed);
            NetRun run = new NetTrial(lab, $"{words}/seed {seed}", Share(4)).Run(own, parts, Corrected, seed);
            results.Add(data, words, "random split", seed, parts.Test, run.Predicted);
            results.AddCurve(words, seed, run);
        }

        Speakers.Run(lab, results, data, own, Corrected, Share(4));
    }

    // Trainings in units of a small one.
    private double Share(double units) =>
        units / ((2 * Seeds.Count) + (4 * Data.Count * (Seeds.Count + (10 * Speakers.Seeds.Count))));
}
