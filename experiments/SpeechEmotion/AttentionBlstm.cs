using Research.Data.Datasets;

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
/// network has fewer units, which does as well. Run: ./build.sh --target SpeechEmotion.AttentionBlstm --profile paper.</para>
/// </remarks>
internal sealed record AttentionBlstm : AttentionExperiment, IStudyExperiment, IExportsModels, ITrainsOnOwnData
{
    private const int PrintedEpoch = 8;
    private const int PublishedClasses = 6;
    private const int PublishedStop = 11;

    public override string Question => "How well does a BLSTM with attention recognise emotions, and what of it is the protocol?";

    // Data
    public required int PublishedTestPerClass { get; init; }

    // Features and models
    public required LibrosaFrames PublishedFrames { get; init; }

    public required LibrosaFrames HonestFrames { get; init; }

    public required AttentionVariant Honest { get; init; }

    public static int Order => 2;

    public static Experiment In(Profile profile)
    {
        DatasetRef[] corpora = profile.Choose(
            EmotionSettings.Corpora,
            sample: [Datasets.EmoDb4],
            quick: EmotionSettings.Embedded
        );
        ulong[] seeds = profile == Profile.Paper ? EmotionSettings.FiveSeeds : [1];
        var patient = new EarlyStopping
        {
            Patience = 8,
            FirstEpoch = 1,
            Decimals = null,
        };
        var experiment = new AttentionBlstm
        {
            Data = corpora,
            Seeds = seeds,
            Speakers = new(seeds, EmotionSettings.Speakers(corpora), profile == Profile.Sample ? 1 : null),
            PublishedTestPerClass = 20,
            TestFraction = 0.2,
            ValidationFraction = 0.1,
            StandIn = profile.UsesRecordings() ? Datasets.Nemo1057.Id : corpora[0].Id,
            PublishedFrames = LibrosaFrames.Published,
            HonestFrames = LibrosaFrames.Levelled,
            Published = new()
            {
                Kind = "attention blstm",
                Manner = "as published",
                NamesUnits = true,
                Network = EmotionSettings.Scored(256, 0),
                Training = EmotionSettings.Training(30, patient),
                Steps = null,
                Scaling = FrameScaling.AllClipsByPlace,
                UsesClassWeights = false,
                SyntheticNeighbours = 5,
                AttendsVoiced = false,
                EvaluatesTrainingSet = true,
            },
            Honest = EmotionSettings.Honest,
        };
        return profile.UsesRecordings()
            ? experiment
            : experiment with
            {
                Published = EmotionSettings.Short(experiment.Published, null, 24, 8),
                Honest = EmotionSettings.Short(experiment.Honest, null, 24, 8),
            };
    }

    public override Sample Sampled() =>
        new("the first of the seeds; one speaker left out", ["runs", "speakers", "epochs", "attention"]);

    public override IReadOnlyList<Trial> Trials => [.. Data.SelectMany(TrialsOf), Parameters, .. Data.Select(Background)];

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies(
                "Mean over the seeds with its 95 % interval. What shares speakers, or lets the test say when to stop, looks better.",
                null
            ),
            EpochsTable.Accuracies(),
            AttentionPicture.Chart(),
            EmotionTables.SpeakerChart(),
            MatrixChart.Confusion("Which emotion is taken for which, first seed.", SpeakersTable.LeftOut),
        ];

    public IReadOnlyList<ExportedModel> Models() =>
        [
            .. Data.Select(data => new ExportedModel(
                data.Id,
                Random(data, Honest, Seeds[0]),
                AttentionRecognizer.KindName,
                new AttentionRecognizerSettings(HonestFrames, Honest.Network)
            )
            {
                Background = Background(data),
            }),
        ];

    public ExportedModel On(OwnData own) =>
        own.Exported(
            Honest.On([HonestFrames.On(own.Reference)], own.Split.Protocol, own.Split.Words, own.Split.Seed) with
            {
                KeepsModel = true,
            },
            AttentionRecognizer.KindName,
            new AttentionRecognizerSettings(HonestFrames, Honest.Network)
        );

    public ModelCard CardOf(ExportedModel model, OwnData own, TrialResult result) =>
        own.CardOf(
            Honest.Name,
            result,
            "Probabilities of a network; made less sure of itself by a temperature (docs/speech-emotion.md)."
        );

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        var runs = new List<ClassRun>();
        ResultTable speakers = SpeakersTable.New();
        ResultTable pictures = AttentionPicture.New();
        var cards = new List<(string, ModelCard)>();
        foreach (DatasetRef source in Data)
        {
            runs.AddRange(Shown(source).Select(trial => RunOf(inputs, trial)));
            runs.AddRange(Speakers.Tabulate(inputs, HonestFrames.On(source), Honest, speakers));
            AttentionTrial exported = Random(source, Honest, Seeds[0]);
            AttentionPicture.Add(pictures, inputs.Open(source), inputs.Of(exported), HonestFrames);
            cards.Add((source.Id, CardOf(inputs, exported).WithBackground(inputs.Of(Background(source)))));
        }

        var curves = Data.SelectMany(Shown).Select(trial => (NameOf(trial), trial.Seed, inputs.Of(trial).Curve!));
        Measurement measured = new EmotionTables(runs, speakers, [.. curves]).ToMeasurement(
            Seeds[0],
            after: [.. Data.Where(data => data.Id == StandIn).SelectMany(data => Answers(inputs, data)), .. Counts(inputs)]
        );
        return measured with
        {
            Tables = [.. measured.Tables, pictures],
            Files = new Dictionary<string, byte[]> { [ModelCards.File] = ModelCards.Write(cards) },
        };
    }

    private IEnumerable<Trial> TrialsOf(DatasetRef data) => [.. Shown(data), .. Speakers.Of(HonestFrames.On(data), Honest)];

    // As published, honest, and honest with class weights; every seed of one after the other.
    private IEnumerable<AttentionTrial> Shown(DatasetRef data) =>
        [
            .. Seeds.Select(seed => AsPublished(data, seed)),
            .. Seeds.Select(seed => Random(data, Honest, seed)),
            .. Seeds.Select(seed => Random(data, Honest with { UsesClassWeights = true }, seed)),
        ];

    private AttentionTrial AsPublished(DatasetRef data, ulong seed) =>
        Published.On([PublishedFrames.On(data)], EmotionSplits.Published(PublishedTestPerClass), EmotionSplits.TestStops, seed);

    private AttentionTrial Random(DatasetRef data, AttentionVariant variant, ulong seed)
    {
        RandomSplit split = EmotionSplits.Drawn(TestFraction, ValidationFraction);
        AttentionTrial trial = variant.On([HonestFrames.On(data)], split, EmotionSplits.Random, seed);
        bool exported = variant == Honest && seed == Seeds[0];
        return exported ? trial with { KeepsModel = true, ShownClass = Emotion.Anger } : trial;
    }

    private BackgroundTrial Background(DatasetRef data) =>
        new()
        {
            ModelName = Honest.Name,
            Dataset = data,
            Protocol = EmotionSplits.Drawn(TestFraction, ValidationFraction),
            Seed = Seeds[0],
        };

    private ParameterTrial Parameters => new() { Network = Published.Network, Classes = PublishedClasses };

    private static ModelCard CardOf(TableInputs inputs, AttentionTrial trial)
    {
        Dataset data = inputs.Open(trial.Data[0]);
        return ModelCards.Of(
            data,
            $"Emotion of an utterance: {trial.Variant.Name}",
            trial.Protocol.Of(SplitItems.Of(data), trial.Seed).Train,
            "random split, speakers shared",
            inputs.Of(trial),
            AttentionRecognizer.Note
        );
    }

    // What the study prints: accuracy of the best epoch, and both accuracies of its eighth epoch, or of the last one before it.
    private Figure[] Answers(TableInputs inputs, DatasetRef data)
    {
        TrialResult[] results = [.. Seeds.Select(seed => inputs.Of(AsPublished(data, seed)))];
        string epoch = FormattableString.Invariant($"epoch {PrintedEpoch}");
        string printed = FormattableString.Invariant($"epoch {PrintedEpoch} of {Published.Training.Epochs}");
        Figure test = new()
        {
            Variant = NameOf(AsPublished(data, Seeds[0])),
            Split = EmotionSplits.TestStops,
            Metric = "accuracy",
            Class = "best epoch",
            Runs = [.. results.Select(result => result.Classes(SubsetNames.Test).Confusion.Accuracy)],
            TestItems = results[^1].Classes(SubsetNames.Test).Items.Count,
            Answers = Key(FormattableString.Invariant($"early stop at epoch {PublishedStop}"), "test", "accuracy"),
            OnOtherData = true,
        };
        return
        [
            test,
            test with
            {
                Split = "train",
                Class = epoch,
                Runs = [.. results.Select(result => AtPrinted(result, TrainingCurve.TrainAccuracy))],
                TestItems = null,
                Answers = Key(printed, "train", "accuracy"),
            },
            test with
            {
                Class = epoch,
                Runs = [.. results.Select(result => AtPrinted(result, TrainingCurve.ValidationAccuracy))],
                Answers = Key(printed, SubsetNames.Validation, "accuracy"),
            },
        ];
    }

    private static double AtPrinted(TrialResult result, string metric)
    {
        double[] values = result.Curve!.Of(metric);
        return values[Math.Min(PrintedEpoch, values.Length) - 1];
    }

    // The study's network for six classes, whatever the data have.
    private IEnumerable<Figure> Counts(TableInputs inputs)
    {
        TrialResult counted = inputs.Of(Parameters);
        (string Layer, string Published)[] layers =
        [
            (ParameterTrial.Total, ParameterTrial.Total),
            ("recurrent", "bidirectional lstm"),
            ("project", "attention dense"),
            ("score", "attention score"),
            ("output", "output dense"),
        ];
        string network = $"{Published.Name}, {PublishedClasses} classes";
        return layers.Select(layer =>
            Figure.Number(network, "network", "parameters", counted.Number(layer.Layer)) with
            {
                Class = layer.Layer,
                Answers = Key(layer.Published, "", "parameters"),
            }
        );
    }

    private static ClaimKey Key(string variant, string split, string quantity) =>
        KeyOf(("attention-blstm", "shemo", "blstm-attention-46"), variant, split, quantity);
}
