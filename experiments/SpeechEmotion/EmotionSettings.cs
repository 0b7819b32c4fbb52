namespace Research.Experiments.SpeechEmotion;

/// <summary>What several of the study's experiments share.</summary>
internal static class EmotionSettings
{
    public const string Document = "speech-emotion";

    // Twenty epochs of EMO-DB, seven of nEMO.
    private const int Steps = 200;

    public static ulong[] FiveSeeds => [1, 2, 3, 4, 5];

    public static DatasetRef[] Corpora => [Datasets.EmoDb4, Datasets.Nemo1057];

    public static DatasetRef[] Embedded => [Datasets.SyntheticSpeechEmotion];

    /// <summary>Speakers of each corpus, each of whom is left out once.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Speakers(IEnumerable<DatasetRef> corpora) =>
        corpora.ToDictionary(data => data.Id, data => Datasets.CardOf(data).Groups);

    /// <summary>Scales on the training clips, ends after steps that were fixed beforehand, and is tested once.</summary>
    public static AttentionVariant Honest =>
        new()
        {
            Kind = "attention blstm",
            Manner = "honest",
            NamesUnits = true,
            Network = Scored(128, 0.5),
            Training = Training(1, null),
            Steps = Steps,
            Scaling = FrameScaling.TrainingFrames,
            UsesClassWeights = false,
            SyntheticNeighbours = null,
            AttendsVoiced = false,
            EvaluatesTrainingSet = false,
        };

    public static int FixedSteps => Steps;

    public static SvmClassifierSettings Linear { get; } =
        new("svm linear C 0.01", SvmSettings.ScikitLearn(SvmKernel.Linear) with { C = 0.01 });

    public static SvmClassifierSettings Rbf { get; } = new("svm rbf", SvmSettings.ScikitLearn(SvmKernel.Rbf));

    public static AttentionSettings Scored(int hidden, double dropout) =>
        new()
        {
            Dense = [],
            Dropout = dropout,
            Hidden = hidden,
            Attention = AttentionForm.Scored,
            ScoringUnits = 256,
        };

    public static TrainingSettings Training(int epochs, EarlyStopping? stopping) =>
        new()
        {
            Epochs = epochs,
            BatchSize = 32,
            Optimizer = OptimizerSettings.Adam(0.001),
            GradientNorm = null,
            Stopping = stopping,
        };

    /// <summary>The same network, small and short, for the embedded corpus.</summary>
    public static AttentionVariant Short(AttentionVariant variant, int? dense, int hidden, int epochs) =>
        variant with
        {
            Network = variant.Network with
            {
                Dense = dense is { } units ? [units, units] : [],
                Hidden = hidden,
                ScoringUnits = variant.Network.ScoringUnits > 0 ? 32 : 0,
            },
            Steps = variant.Steps is null ? null : 12 * epochs,
            Training = variant.Training with { Epochs = epochs },
        };
}
