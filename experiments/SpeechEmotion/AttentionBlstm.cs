using Research.Data;
using Research.Experiments.Recognition;
using Research.Features.Normalization;
using Research.Models.Networks;
using Research.Models.Training;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Charts;
using Research.Results.Claims;

namespace Research.Experiments.SpeechEmotion;

/// <summary>How well does a bidirectional LSTM with attention over 46 features recognise emotions, and what of it is the protocol?</summary>
/// <remarks>
/// <para>Follows: speech-emotion part 2 (claims speech-emotion-007 to 014). 157 frames of 46 features; a bidirectional LSTM of 256 units a direction; two layers without bias score
/// each frame; the weighted sum and the last states go to a softmax. Adam, batches of 32, at most 30 epochs, patience 8. nEMO stands in for ShEMO, whose sound cannot be had
/// here: the same six emotions, but acted Polish.</para>
/// <para>"as published" has its leaks: features scaled over all clips, test clips among them; the test clips say when to stop; synthetic clips (SMOTE) even the
/// classes; 20 test clips a class. "honest" scales on the training clips, ends after steps that were fixed beforehand, sees the speech at one level without silence in front, and is
/// tested once; its loss with and without class weights; its speakers shared, or each left out once (then it learns from all clips of the others).</para>
/// <para>Deviations: PyTorch's first weights instead of Keras's; synthetic clips are made of training clips only; training accuracy is measured after each epoch, on as many clips as validate. The honest
/// network has fewer units, which does as well. Run: ./build.sh --target SpeechEmotion.AttentionBlstm --profile paper. Cost: about 100 min on one core.</para>
/// </remarks>
public sealed record AttentionBlstm : Experiment, ITrainsModels
{
    private const int PrintedEpoch = 8;

    public override string Question => "How well does a BLSTM with attention recognise emotions, and what of it is the protocol?";

    public override long MemoryBytes => 3L << 30;

    // Data
    public required int PublishedTestPerClass { get; init; }

    public required double TestFraction { get; init; }

    public required double ValidationFraction { get; init; }

    /// <summary>The dataset that answers what the study measured on ShEMO; its figures carry the claims.</summary>
    public required string StandIn { get; init; }

    // Features and models
    public required LibrosaFrames PublishedFrames { get; init; }

    public required LibrosaFrames HonestFrames { get; init; }

    public required NetVariant Published { get; init; }

    public required NetVariant Honest { get; init; }

    /// <summary>As the honest one, with weights of the classes in the loss.</summary>
    public required NetVariant Weighted { get; init; }

    public required SpeakerTrials Speakers { get; init; }

    public override IReadOnlyList<FeatureSet> Features =>
        [.. Data.SelectMany(data => new FeatureSet[] { PublishedFrames.On(data), HonestFrames.On(data) })];

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies(
                "Mean over the seeds with its 95 % interval. What shares speakers, or lets the test say when to stop, looks better.",
                null
            ),
            EmotionTables.CurveChart("variant"),
            AttentionPicture.Chart(),
            EmotionTables.SpeakerChart(),
            MatrixChart.Confusion("Which emotion is taken for which, first seed.", EmotionTables.SpeakersOut),
        ];

    public IReadOnlyList<TrainedModel> Models()
    {
        var settings = new AttentionRecognizerSettings(HonestFrames, Honest.Network);
        return [.. Data.Select(data => new TrainedModel(TrainedFile.NameOf(data.Id), AttentionRecognizer.KindName, settings))];
    }

    // Measurement
    public override Measurement Measure(Lab lab)
    {
        var results = new EmotionTables();
        var figures = new List<Figure>();
        var models = new Dictionary<string, byte[]>();
        var pictures = new AttentionPicture();
        foreach (DatasetRef source in Data)
        {
            Dataset data = lab.Open(source);
            EmotionData published = EmotionData.Of(data, lab.Read(PublishedFrames.On(source)));
            EmotionData honest = EmotionData.Of(data, lab.Read(HonestFrames.On(source)));
            figures.AddRange(AsPublished(lab, results, data, published));
            RandomSplits(lab, results, data, honest, Honest);
            RandomSplits(lab, results, data, honest, Weighted);

            Speakers.Run(lab, results, data, honest, Honest, Share(1));
            models[TrainedFile.NameOf(source.Id)] = Kept(lab, data, honest, pictures).ToTrainedFile();
        }

        figures.AddRange(Parameters());
        Measurement measured = results.ToMeasurement(Seeds[0]);
        return new([.. measured.Figures, .. figures], [.. measured.Tables, pictures.Table]) { Files = models };
    }

    private List<Figure> AsPublished(Lab lab, EmotionTables results, Dataset data, EmotionData frames)
    {
        string variant = $"{data.Id}, {Published.Words}";
        var runs = new List<(NetRun Run, double Accuracy)>();
        int items = 0;
        foreach (ulong seed in Seeds)
        {
            var parts = ThreeParts.Published(frames.Classes, PublishedTestPerClass, seed);
            NetRun run = new NetTrial(lab, $"{variant}/seed {seed}", Share(2)).Run(frames, parts, Published, seed);
            results.Add(data, variant, "validation = test", seed, parts.Test, run.Predicted);
            results.AddCurve(variant, seed, run);
            runs.Add((run, Outcomes.Accuracy(run.Predicted, parts.Test, frames.Classes)));
            items = parts.Test.Length;
        }

        return data.Id == StandIn ? Answers(variant, runs, items) : [];
    }

    // What the study prints: accuracy of the best epoch, and both accuracies of its eighth epoch, or of the last one before it.
    private static List<Figure> Answers(string variant, List<(NetRun Run, double Accuracy)> runs, int items)
    {
        int Epoch(NetRun run) => Math.Min(PrintedEpoch, run.Epochs.Count) - 1;
        Figure test = new()
        {
            Variant = variant,
            Split = "validation = test",
            Metric = "accuracy",
            Class = "best epoch",
            Runs = [.. runs.Select(item => item.Accuracy)],
            TestItems = items,
            Claim = "speech-emotion-012",
        };
        return
        [
            test,
            test with
            {
                Split = "train",
                Class = $"epoch {PrintedEpoch}",
                Runs = [.. runs.Select(item => item.Run.TrainAccuracies[Epoch(item.Run)])],
                TestItems = null,
                Claim = "speech-emotion-013",
            },
            test with
            {
                Class = $"epoch {PrintedEpoch}",
                Runs = [.. runs.Select(item => item.Run.Epochs[Epoch(item.Run)].Validation!.Accuracy)],
                Claim = "speech-emotion-014",
            },
        ];
    }

    private void RandomSplits(Lab lab, EmotionTables results, Dataset data, EmotionData frames, NetVariant variant)
    {
        string words = $"{data.Id}, {variant.Words}";
        foreach (ulong seed in Seeds)
        {
            var parts = ThreeParts.Random(frames.Classes, TestFraction, ValidationFraction, seed);
            NetRun run = new NetTrial(lab, $"{words}/seed {seed}", Share(1)).Run(frames, parts, variant, seed);
            results.Add(data, words, "random split", seed, parts.Test, run.Predicted);
            results.AddCurve(words, seed, run);
        }
    }

    // The honest network of the first seed, as the table has it: restored from where its training was kept.
    private AttentionRecognizer Kept(Lab lab, Dataset data, EmotionData frames, AttentionPicture pictures)
    {
        ulong seed = Seeds[0];
        var parts = ThreeParts.Random(frames.Classes, TestFraction, ValidationFraction, seed);
        var trial = new NetTrial(lab, $"{data.Id}, {Honest.Words}/seed {seed}", 0);
        using AttentionLearner learner = trial.Trained(frames, parts, Honest, seed);
        int[] predicted = learner.Predict(parts.Test);
        pictures.Add(data, learner, parts.Test, predicted, HonestFrames);
        int[] truth = [.. parts.Test.Select(i => frames.Classes[i])];
        var card = new ModelCard
        {
            Title = $"Emotion of an utterance: {Honest.Words}",
            Labels = data.Labels,
            Dataset = data.Id,
            DatasetVersion = data.Version,
            DatasetDigest = data.Digest,
            Synthetic = data.Synthetic,
            LearnedFrom = parts.Train.Length,
            Score = Scores.Of("random split, speakers shared", truth, predicted, data.Labels.Count),
            Seen = InputRange.Of(parts.Train.Select(i => data.Clips[i])),
            Note =
                "Probabilities of a network that learned actors' emotions; it is surer of itself than it should be (docs/speech-emotion.md).",
        };
        var scaling = Standardizer.Fit([.. parts.Train.Select(i => frames.Frames[i])]);
        var settings = new AttentionRecognizerSettings(HonestFrames, Honest.Network);
        return new AttentionRecognizer(card, settings, scaling, ModelFile.Write(learner.Network));
    }

    // The study's network for six classes, whatever the data have.
    private IEnumerable<Figure> Parameters()
    {
        const int Classes = 6;
        var empty = new AttentionItems([new Matrix(1, LibrosaFrames.Count)], [0], Classes, null, null);
        using var learner = new AttentionLearner(empty, Published.Network, 0);
        IReadOnlyList<(string Layer, long Count)> layers = learner.Parameters();
        Dictionary<string, string> claims = new()
        {
            ["recurrent"] = "speech-emotion-008",
            ["project"] = "speech-emotion-009",
            ["score"] = "speech-emotion-010",
            ["output"] = "speech-emotion-011",
        };
        yield return Count("total", layers.Sum(layer => layer.Count), "speech-emotion-007");
        foreach ((string layer, long count) in layers)
        {
            yield return Count(layer, count, claims[layer]);
        }

        Figure Count(string layer, long count, string claim) =>
            new()
            {
                Variant = $"{Published.Words}, {Classes} classes",
                Split = "network",
                Metric = "parameters",
                Class = layer,
                Runs = [count],
                IsShare = false,
                Claim = claim,
            };
    }

    // Trainings in units of an honest one.
    private double Share(double units) => units / (Data.Count * ((4 * Seeds.Count) + (10 * Speakers.Seeds.Count)));
}
