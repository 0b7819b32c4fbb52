using Research.Data;
using Research.Experiments.Digits;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Charts;

namespace Research.Experiments.SpeechEmotion;

/// <summary>Does a recogniser of one corpus understand the emotions of another, in another language?</summary>
/// <remarks>
/// <para>Follows: speech-emotion part 1, which tried one model of EMO-DB on one recording of ShEMO and found that it fails. Here all recordings of the shared classes, both
/// directions: nEMO stands in for ShEMO.</para>
/// <para>Scaling decides much of it, so each is told: on the training corpus alone; each corpus by itself; each speaker by itself. The last two read no label of the tested
/// corpus, but all of its recordings. The network learns from all of its own corpus, for steps that were fixed beforehand.</para>
/// <para>Within its own corpus each recogniser stands in SpeechEmotion.Handcrafted and SpeechEmotion.AttentionBlstm.
/// Run: ./build.sh --target SpeechEmotion.CrossCorpus --profile paper. Cost: about 4 min on one core.</para>
/// </remarks>
public sealed record CrossCorpus : Experiment
{
    public override string Question => "Does a recogniser of one corpus understand the emotions of another, in another language?";

    public override long MemoryBytes => 3L << 30;

    // Features and models
    public required EmotionVectors Vectors { get; init; }

    public required IReadOnlyList<ClassifierSettings> Classifiers { get; init; }

    public required LibrosaFrames Frames { get; init; }

    public required NetVariant Network { get; init; }

    public override IReadOnlyList<FeatureSet> Features =>
        [.. Data.SelectMany(data => new FeatureSet[] { Vectors.On(data), Frames.On(data) })];

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies(
                "Trained on one corpus, tested on all recordings of the other. With four classes chance is 0.25.",
                null
            ),
            MatrixChart.Confusion("Which emotion is taken for which in the other language, first seed.", TestSplit),
        ];

    private const string TestSplit = "other corpus";

    // Measurement
    public override Measurement Measure(Lab lab)
    {
        var results = new EmotionTables();
        foreach ((DatasetRef from, DatasetRef to) in Directions())
        {
            SharedClasses shared = SharedClasses.Of(lab.Open(from), lab.Open(to));
            Handcrafted(lab, results, from, to, shared);
            Trained(lab, results, from, to, shared);
        }

        return results.ToMeasurement(Seeds[0]);
    }

    private IEnumerable<(DatasetRef From, DatasetRef To)> Directions() =>
        Data.SelectMany(from => Data.Where(to => to.Id != from.Id).Select(to => (from, to)));

    private void Handcrafted(Lab lab, EmotionTables results, DatasetRef from, DatasetRef to, SharedClasses shared)
    {
        Matrix source = VectorSet.Rows(lab.Read(Vectors.On(from)));
        Matrix target = VectorSet.Rows(lab.Read(Vectors.On(to)));
        (string Words, Matrix From, Matrix To)[] scalings =
        [
            ("scaled on the training corpus", source, target),
            ("each corpus scaled by itself", SpeakerScaling.ByCorpus(source), SpeakerScaling.ByCorpus(target)),
            (
                "each speaker scaled by itself",
                SpeakerScaling.BySpeaker(lab.Open(from), source),
                SpeakerScaling.BySpeaker(lab.Open(to), target)
            ),
        ];
        foreach ((string scaling, Matrix own, Matrix other) in scalings)
        {
            (VectorTrial trial, int[] train, int[] test) = shared.Joined(own, other);
            foreach (ClassifierSettings classifier in Classifiers)
            {
                string variant = $"{from.Id} to {to.Id}, {Vectors.Words}, {classifier.Name}, {scaling}";
                int[] predicted = trial.Predict(train, test, classifier, Seeds[0]);
                results.Add([.. test.Select(i => trial.Classes[i])], shared.Labels, variant, TestSplit, Seeds[0], predicted);
            }
        }
    }

    private void Trained(Lab lab, EmotionTables results, DatasetRef from, DatasetRef to, SharedClasses shared)
    {
        EmotionData frames = shared.Joined(lab.Read(Frames.On(from)), lab.Read(Frames.On(to)));
        string variant = $"{from.Id} to {to.Id}, {Network.Words}, scaled on the training corpus";
        foreach (ulong seed in Seeds)
        {
            var parts = ThreeParts.Whole(new(shared.First, shared.Second));
            double share = 1.0 / (Directions().Count() * Seeds.Count);
            NetRun run = new NetTrial(lab, $"{variant}/seed {seed}", share).Run(frames, parts, Network, seed);
            results.Add([.. parts.Test.Select(i => frames.Classes[i])], shared.Labels, variant, TestSplit, seed, run.Predicted);
        }
    }
}
