using Research.Data.Datasets;

namespace Research.Experiments.SpeechEmotion;

/// <summary>What does attention over 36 short-term features learn from 60 recordings, and what from all?</summary>
/// <remarks>
/// <para>Follows: speech-emotion part 1 (claims speech-emotion-001 to 006). 36 features a frame, two dense layers with dropout, a bidirectional LSTM; a learned vector, at first 1/256
/// everywhere, times each output, softmax over the frames, weighted sum, softmax. Five classes, and two, with 60 recordings, of which a fifth validates.
/// nEMO stands in for ShEMO, whose sound cannot be had here; the fifth class that is left out is fear, ShEMO's rarest.</para>
/// <para>The study's figures are read off a training's validation curve, so the lowest and the highest of the epochs are compared, and the highest of the training's.
/// Beyond it: all recordings, corrected features scaled on the training clips, attention on voiced frames only, with and without speakers shared.</para>
/// <para>Deviations: the vector is a parameter of its own, where the program passes a constant through a dense layer; PyTorch's first weights; padding is left out by packing, not by a
/// masking value. The study does not say which two classes: anger and sadness are ours. Run: ./build.sh --target SpeechEmotion.LocalAttention --profile paper.</para>
/// </remarks>
internal sealed record LocalAttention : AttentionExperiment, IStudyExperiment
{
    public override string Question =>
        "What does attention over 36 short-term features learn from 60 recordings, and what from all?";

    // Data
    /// <summary>Recordings of the study's small sets.</summary>
    public required int SmallSet { get; init; }

    /// <summary>Classes of the small sets: five, and two.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> SmallClasses { get; init; }

    // Features and models
    public required ShortTermFrames PublishedFrames { get; init; }

    public required ShortTermFrames CorrectedFrames { get; init; }

    public required AttentionVariant Corrected { get; init; }

    public static int Order => 1;

    public static Experiment In(Profile profile)
    {
        DatasetRef[] corpora = profile.UsesRecordings() ? EmotionSettings.Corpora : EmotionSettings.Embedded;
        ulong[] seeds = profile == Profile.Paper ? EmotionSettings.FiveSeeds : [1];
        var published = new AttentionVariant
        {
            Kind = "local attention",
            Manner = "as published",
            NamesUnits = false,
            Network = Local(512, 128),
            Training = EmotionSettings.Training(20, null),
            Steps = null,
            Scaling = FrameScaling.WithinFrame,
            UsesClassWeights = false,
            SyntheticNeighbours = null,
            AttendsVoiced = false,
            EvaluatesTrainingSet = true,
        };
        var experiment = new LocalAttention
        {
            Data = corpora,
            Seeds = seeds,
            Speakers = new(seeds, EmotionSettings.Speakers(corpora), profile == Profile.Sample ? 1 : null),
            SmallSet = 60,
            SmallClasses =
            [
                [Emotion.Anger, Emotion.Happiness, Emotion.Neutral, Emotion.Sadness, Emotion.Surprise],
                [Emotion.Anger, Emotion.Sadness],
            ],
            TestFraction = 0.2,
            ValidationFraction = 0.2,
            StandIn = corpora[^1].Id,
            PublishedFrames = ShortTermFrames.Published,
            CorrectedFrames = ShortTermFrames.Corrected,
            Published = published,
            Corrected = published with
            {
                Manner = "on voiced frames",
                Network = Local(64, 32),
                Training = EmotionSettings.Training(1, null),
                Steps = EmotionSettings.FixedSteps,
                Scaling = FrameScaling.TrainingFrames,
                AttendsVoiced = true,
                EvaluatesTrainingSet = false,
            },
        };
        return profile.UsesRecordings()
            ? experiment
            : experiment with
            {
                Published = EmotionSettings.Short(experiment.Published, 32, 16, 8),
                Corrected = EmotionSettings.Short(experiment.Corrected, 32, 16, 6),
            };
    }

    public override Sample Sampled() => new("the first of the seeds; one speaker left out", ["runs", "speakers", "epochs"]);

    public override IReadOnlyList<Trial> Trials =>
        [
            .. SmallClasses.SelectMany(Small),
            .. Data.SelectMany(data => new[] { Random(data), Speakers.Of(CorrectedFrames.On(data), Corrected) })
                .SelectMany(own => own),
        ];

    public override IReadOnlyList<Chart> Charts() =>
        [
            EpochsTable.Accuracies(),
            BarChart.Accuracies("All recordings: mean over the seeds with its 95 % interval.", EmotionSplits.Random),
            BarChart.Accuracies("All recordings, every speaker left out once.", SpeakersTable.LeftOut),
            EmotionTables.SpeakerChart(),
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        var runs = new List<ClassRun>();
        ResultTable speakers = SpeakersTable.New();
        foreach (DatasetRef source in Data)
        {
            runs.AddRange(Random(source).Select(trial => RunOf(inputs, trial)));
            runs.AddRange(Speakers.Tabulate(inputs, CorrectedFrames.On(source), Corrected, speakers));
        }

        var curves = SmallClasses
            .SelectMany(classes => Small(classes).Select(trial => (SmallName(classes), trial.Seed, inputs.Of(trial).Curve!)))
            .Concat(Data.SelectMany(Random).Select(trial => (NameOf(trial), trial.Seed, inputs.Of(trial).Curve!)));
        return new EmotionTables(runs, speakers, [.. curves]).ToMeasurement(
            Seeds[0],
            before: SmallClasses.SelectMany(classes => SmallFigures(inputs, classes))
        );
    }

    // Sixty recordings of some classes, as evenly as can be; a fifth of them validates.
    private IEnumerable<AttentionTrial> Small(IReadOnlyList<string> classes) =>
        Seeds.Select(seed =>
            Published.On(
                [PublishedFrames.On(Data.First(data => data.Id == StandIn))],
                EmotionSplits.Small(classes, SmallSet, ValidationFraction),
                FormattableString.Invariant($"{SmallSet} recordings, {classes.Count} classes"),
                seed
            )
        );

    private IEnumerable<AttentionTrial> Random(DatasetRef data) =>
        Seeds.Select(seed =>
            Corrected.On(
                [CorrectedFrames.On(data)],
                EmotionSplits.Drawn(TestFraction, ValidationFraction),
                EmotionSplits.Random,
                seed
            )
        );

    private string SmallName(IReadOnlyList<string> classes) =>
        $"{StandIn}, {SmallSet} recordings, {classes.Count} classes, {Published.Name}";

    // Lowest and highest validation accuracy over the epochs, highest training accuracy, and how sure an angry recording is called angry.
    private Figure[] SmallFigures(TableInputs inputs, IReadOnlyList<string> classes)
    {
        TrialResult[] results = [.. Small(classes).Select(inputs.Of)];
        double[][] validation = [.. results.Select(result => result.Curve!.Of(TrainingCurve.ValidationAccuracy))];
        string published = FormattableString.Invariant($"{classes.Count} classes");
        Figure lowest = new()
        {
            Variant = SmallName(classes),
            Split = SubsetNames.Validation,
            Metric = "accuracy",
            Class = "lowest epoch",
            Runs = [.. validation.Select(run => run.Min())],
            TestItems = results[^1].Classes(SubsetNames.Test).Items.Count,
            Answers = Key(published, SubsetNames.Validation, "accuracy (lowest)"),
            OnOtherData = true,
        };
        return
        [
            lowest,
            lowest with
            {
                Class = "highest epoch",
                Runs = [.. validation.Select(run => run.Max())],
                Answers = Key(published, SubsetNames.Validation, "accuracy (highest)"),
            },
            lowest with
            {
                Split = "train",
                Class = "highest epoch",
                Runs = [.. results.Select(result => result.Curve!.Of(TrainingCurve.TrainAccuracy).Max())],
                TestItems = null,
                Answers = Key(published, "train", "accuracy (highest)"),
            },
            lowest with
            {
                Metric = "probability",
                Class = "anger, of angry recordings",
                Runs = [.. results.Select(result => Sureness(result.Classes(SubsetNames.Test), Emotion.Anger))],
                TestItems = null,
                Answers = Key($"{published}, one angry file", "", "probability of anger") with { Experiment = "prediction" },
            },
        ];
    }

    // Mean probability of a class over the items that have it.
    private static double Sureness(ClassPredictions predictions, string label)
    {
        int index = Enumerable.Range(0, predictions.Classes.Count).First(k => predictions.Classes[k] == label);
        return OrderedSum.Mean([
            .. predictions.Probabilities!.Where((_, i) => predictions.Truth[i] == index).Select(row => row[index]),
        ]);
    }

    private static ClaimKey Key(string variant, string split, string quantity) =>
        KeyOf(("local-attention-blstm", "shemo-60", "blstm-attention-36"), variant, split, quantity);

    private static AttentionSettings Local(int dense, int hidden) =>
        new()
        {
            Dense = [dense, dense],
            Dropout = 0.5,
            Hidden = hidden,
            Attention = AttentionForm.Vector,
            ScoringUnits = 0,
        };
}
