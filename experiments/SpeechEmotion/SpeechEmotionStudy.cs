using Research.Data;
using Research.Data.Datasets;
using Research.Experiments.Digits;
using Research.Models.Classical;
using Research.Models.Networks;
using Research.Models.Training;
using Research.Pipeline;

namespace Research.Experiments.SpeechEmotion;

/// <summary>
/// Can the emotion of a spoken sentence be recognised? The report of a university course (speech-emotion) tries two networks with attention, after Mirsamadi, Barsoum and
/// Zhang (2017), on a Persian and a German corpus. The Persian sound cannot be had here: a Polish corpus of the same emotions stands in, and says so. Beside the report's
/// own protocol stands an honest one, with speakers that the recogniser never heard.
/// </summary>
public static class SpeechEmotionStudy
{
    // Twenty epochs of EMO-DB, seven of nEMO.
    private const int Steps = 200;

    private static readonly EarlyStopping Patient = new()
    {
        Patience = 8,
        FirstEpoch = 1,
        Decimals = null,
    };

    public static Study Study { get; } =
        new("SpeechEmotion", "Emotion in speech", Studies.ClaimsOf("SpeechEmotion"), ["shemo", "shemo-60"], Experiments)
        {
            StandIns = Enumerable
                .Range(1, 6)
                .Concat(Enumerable.Range(12, 3))
                .ToDictionary(n => $"speech-emotion-{n:000}", _ => "nemo-1057 for ShEMO"),
            Samples = new Dictionary<string, Sample>
            {
                ["LocalAttention"] = new("the first of the seeds; one speaker left out", ["runs", "speakers", "epochs"]),
                ["AttentionBlstm"] = new(
                    "the first of the seeds; one speaker left out",
                    ["runs", "speakers", "epochs", "attention"]
                ),
                ["Handcrafted"] = new("the first of five seeds", ["runs", "speakers", "confusion", "classes"]),
                ["CrossCorpus"] = new("the first of five seeds", ["runs"]),
            },
        };

    private static IReadOnlyList<Experiment> Experiments(Profile profile) =>
        profile == Profile.Paper ? [LocalAttention, AttentionBlstm, Handcrafted, CrossCorpus]
        : profile == Profile.Sample
            ?
            [
                LocalAttention with
                {
                    Seeds = [1],
                    Speakers = OneSpeaker,
                },
                AttentionBlstm with
                {
                    Data = [Datasets.EmoDb4],
                    Seeds = [1],
                    Speakers = OneSpeaker,
                },
                Handcrafted with
                {
                    Seeds = [1],
                },
                CrossCorpus with
                {
                    Seeds = [1],
                },
            ]
        : SpeechEmotionQuick.All(LocalAttention, AttentionBlstm, Handcrafted, CrossCorpus);

    private static ulong[] FiveSeeds => [1, 2, 3, 4, 5];

    private static SpeakerTrials Everybody { get; } = new(FiveSeeds, null);

    private static SpeakerTrials OneSpeaker => new([1], 1);

    private static DatasetRef[] Corpora => [Datasets.EmoDb4, Datasets.Nemo1057];

    private static LocalAttention LocalAttention =>
        new()
        {
            Data = Corpora,
            Seeds = FiveSeeds,
            Speakers = Everybody,
            SmallSet = 60,
            FiveClasses = [Emotion.Anger, Emotion.Happiness, Emotion.Neutral, Emotion.Sadness, Emotion.Surprise],
            TwoClasses = [Emotion.Anger, Emotion.Sadness],
            TestFraction = 0.2,
            ValidationFraction = 0.2,
            StandIn = Datasets.Nemo1057.Id,
            PublishedFrames = ShortTermFrames.Published,
            CorrectedFrames = ShortTermFrames.Corrected,
            Published = new()
            {
                Words = "local attention as published",
                Network = Local(512, 128),
                Training = Training(20, null),
                Steps = null,
                Scaling = FrameScaling.WithinFrame,
                WeighsClasses = false,
                SyntheticNeighbours = null,
                AttendsVoiced = false,
                TellsTraining = true,
            },
            Corrected = new()
            {
                Words = "local attention on voiced frames",
                Network = Local(64, 32),
                Training = Training(1, null),
                Steps = Steps,
                Scaling = FrameScaling.TrainingFrames,
                WeighsClasses = false,
                SyntheticNeighbours = null,
                AttendsVoiced = true,
                TellsTraining = false,
            },
        };

    private static AttentionBlstm AttentionBlstm =>
        new()
        {
            Data = Corpora,
            Seeds = FiveSeeds,
            Speakers = Everybody,
            PublishedTestPerClass = 20,
            TestFraction = 0.2,
            ValidationFraction = 0.1,
            StandIn = Datasets.Nemo1057.Id,
            PublishedFrames = LibrosaFrames.Published,
            HonestFrames = LibrosaFrames.Levelled,
            Published = new()
            {
                Words = "attention blstm 256 as published",
                Network = Scored(256, 0),
                Training = Training(30, Patient),
                Steps = null,
                Scaling = FrameScaling.AllClipsByPlace,
                WeighsClasses = false,
                SyntheticNeighbours = 5,
                AttendsVoiced = false,
                TellsTraining = true,
            },
            Honest = Honest,
            Weighted = Honest with { Words = $"{Honest.Words}, class weights", WeighsClasses = true },
        };

    private static Handcrafted Handcrafted =>
        new()
        {
            Data = Corpora,
            Seeds = FiveSeeds,
            TestFraction = 0.2,
            Vectors =
            [
                EmotionVectors.Of(VectorKind.MidTermPublished),
                EmotionVectors.Of(VectorKind.MidTermCorrected),
                EmotionVectors.Of(VectorKind.Prosodic),
            ],
            Classifiers = [Linear, Rbf, Logistic, Trees],
            KeptVectors = EmotionVectors.Of(VectorKind.Prosodic),
            Kept = Logistic,
        };

    private static CrossCorpus CrossCorpus =>
        new()
        {
            Data = Corpora,
            Seeds = FiveSeeds,
            Vectors = EmotionVectors.Of(VectorKind.Prosodic),
            Classifiers = [Linear, Rbf],
            Frames = LibrosaFrames.Levelled,
            Network = Honest,
        };

    private static NetVariant Honest =>
        new()
        {
            Words = "attention blstm 128 honest",
            Network = Scored(128, 0.5),
            Training = Training(1, null),
            Steps = Steps,
            Scaling = FrameScaling.TrainingFrames,
            WeighsClasses = false,
            SyntheticNeighbours = null,
            AttendsVoiced = false,
            TellsTraining = false,
        };

    private static SvmClassifierSettings Linear { get; } =
        new("svm linear C 0.01", SvmSettings.ScikitLearn(SvmKernel.Linear) with { C = 0.01 });

    private static SvmClassifierSettings Rbf { get; } = new("svm rbf", SvmSettings.ScikitLearn(SvmKernel.Rbf));

    private static ForestClassifierSettings Trees { get; } = new("extra trees 300", ForestSettings.ExtraTrees(300));

    private static LogisticClassifierSettings Logistic { get; } =
        new(
            "logistic regression C 0.1",
            new()
            {
                C = 0.1,
                Scheme = LogisticScheme.Multinomial,
                Tolerance = 1e-4,
                Iterations = 1000,
            }
        );

    private static AttentionSettings Local(int dense, int hidden) =>
        new()
        {
            Dense = [dense, dense],
            Dropout = 0.5,
            Hidden = hidden,
            Attention = AttentionForm.Vector,
            ScoringUnits = 0,
        };

    private static AttentionSettings Scored(int hidden, double dropout) =>
        new()
        {
            Dense = [],
            Dropout = dropout,
            Hidden = hidden,
            Attention = AttentionForm.Scored,
            ScoringUnits = 256,
        };

    private static TrainingSettings Training(int epochs, EarlyStopping? stopping) =>
        new()
        {
            Epochs = epochs,
            BatchSize = 32,
            Optimizer = OptimizerSettings.Adam(0.001),
            GradientNorm = null,
            Stopping = stopping,
        };
}
