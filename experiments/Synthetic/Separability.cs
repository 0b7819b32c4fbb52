using Research.Data;
using Research.Data.Splits;
using Research.Experiments.Digits;
using Research.Models.Classical;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Charts;

namespace Research.Experiments.Synthetic;

/// <summary>How hard are the embedded corpora?</summary>
/// <remarks>
/// <para>A random forest on one vector a clip: means and deviations of 13 MFCC, their first and second derivatives. Random splits, and, where there are speakers, each
/// left out once. Chance is 0.1 for digits and music, 0.17 for emotions.</para>
/// <para>What is asked of each corpus: between 0.6 and 0.95, so that a better method can show and no method is perfect.
/// Run: ./build.sh --target Synthetic.Separability. Cost: about 20 s on two cores, most of it to generate the music.</para>
/// </remarks>
public sealed record Separability : Experiment
{
    private const string RandomSplit = "random split";
    private const string SpeakerOut = "leave-one-speaker-out";

    public override string Question => "How hard are the embedded corpora?";

    // Data: digits, emotions, music
    public required double TestFraction { get; init; }

    // Features
    public required Frames SpeechFrames { get; init; }

    public required Frames MusicFrames { get; init; }

    public override IReadOnlyList<FeatureSet> Features => [.. Data.Select(VectorsOf)];

    // Model
    public required ForestSettings Forest { get; init; }

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies("Random forest on one vector a clip. Classes overlap, as in life.", null),
            MatrixChart.Confusion("Emotions and genres that are taken for one another, first seed.", RandomSplit) with
            {
                Table = "confusion-emotions",
            },
            MatrixChart.Confusion("Emotions and genres that are taken for one another, first seed.", RandomSplit) with
            {
                Table = "confusion-music",
            },
        ];

    // Measurement
    public override Measurement Measure(Lab lab)
    {
        var outcomes = new List<Outcome>();
        var classifier = new ForestClassifierSettings("random forest", Forest);
        foreach (DatasetRef reference in Data)
        {
            Dataset data = lab.Open(reference);
            VectorTrial trial = VectorTrial.Of(data, VectorSet.Rows(lab.Read(VectorsOf(reference))));
            foreach (ulong seed in Seeds)
            {
                Split split = StratifiedSplit.Of(trial.Classes, TestFraction, Rng.For(seed, "synthetic/split"));
                int[] predicted = trial.Predict(split.Train, split.Test, classifier, seed);
                int[] truth = [.. split.Test.Select(i => trial.Classes[i])];
                outcomes.Add(new(data.Id, RandomSplit, seed, truth, predicted, trial.ClassCount));
                lab.Advance(0.5 / (Data.Count * Seeds.Count));
            }

            bool speakers = data.Clips.Select(clip => clip.Speaker).Distinct().Count() < data.Clips.Count;
            if (speakers)
            {
                int[] predicted = trial.SpeakersLeftOut(data, classifier);
                outcomes.Add(new(data.Id, SpeakerOut, Seeds[0], trial.Classes, predicted, trial.ClassCount));
            }

            lab.Advance(0.5 / Data.Count);
        }

        return new(
            [.. Outcome.Figures(outcomes, new Dictionary<(string, string), string>())],
            [
                Outcome.Runs(outcomes),
                Confusion(lab, outcomes, 0, "digits"),
                Confusion(lab, outcomes, 1, "emotions"),
                Confusion(lab, outcomes, 2, "music"),
            ]
        );
    }

    private Results.Tables.ResultTable Confusion(Lab lab, IEnumerable<Outcome> outcomes, int data, string name)
    {
        Dataset opened = lab.Open(Data[data]);
        Outcome first = outcomes.First(run => run.Variant == opened.Id && run.Split == RandomSplit);
        return Outcome.ConfusionTable([first], opened.Labels, $"confusion-{name}");
    }

    private VectorSet VectorsOf(DatasetRef data) =>
        new()
        {
            Data = data,
            Frames = data.Id == Datasets.SyntheticMusic.Id ? MusicFrames : SpeechFrames,
            Form = VectorForm.OverTime,
        };
}
