namespace Research.Experiments.SpeechEmotion;

/// <summary>How far do one vector an utterance and a classical classifier get?</summary>
/// <remarks>
/// <para>The baseline that the study lacks. Vectors: pyAudioAnalysis's mid-term statistics, as published and with its slips mended, and 132 prosodic values of ours, which leave
/// out what a microphone or a vocal tract decides. Standardised on the training clips. Each with a random split, whose speakers are in training and test, and with every
/// speaker left out once.</para>
/// <para>"own speaker's scale": each speaker's vectors are first brought to that speaker's mean and deviation. No label is read, but all recordings of the tested speaker
/// must be there, so that it is no figure for a single recording of a stranger.</para>
/// <para>Deviations: the settings were chosen with figures of both corpora in sight (docs/speech-emotion.md says how many): a little optimistic.
/// Run: ./build.sh --target SpeechEmotion.Handcrafted --profile paper.</para>
/// </remarks>
internal sealed record Handcrafted : Experiment, IStudyExperiment, IExportsModels, ITrainsOnOwnData
{
    private const string OwnScale = "own speaker's scale";

    public override string Question => "How far do one vector an utterance and a classical classifier get?";

    // Data
    public required double TestFraction { get; init; }

    // Features and models
    public required IReadOnlyList<EmotionVectors> Vectors { get; init; }

    public required IReadOnlyList<ClassifierSettings> Classifiers { get; init; }

    /// <summary>The classifier that gives probabilities, over the prosodic vectors: exported for prediction.</summary>
    public required EmotionVectors ExportedVectors { get; init; }

    public required LogisticClassifierSettings Exported { get; init; }

    public static int Order => 3;

    public static Experiment In(Profile profile)
    {
        var logistic = LogisticClassifierSettings.Multinomial(0.1);
        var paper = new Handcrafted
        {
            Data = EmotionSettings.Corpora,
            Seeds = EmotionSettings.FiveSeeds,
            TestFraction = 0.2,
            Vectors =
            [
                EmotionVectors.Of(VectorKind.MidTermPublished),
                EmotionVectors.Of(VectorKind.MidTermCorrected),
                EmotionVectors.Of(VectorKind.Prosodic),
            ],
            Classifiers =
            [
                EmotionSettings.Linear,
                EmotionSettings.Rbf,
                logistic,
                new ForestClassifierSettings("extra trees 300", ForestSettings.ExtraTrees(300)),
            ],
            ExportedVectors = EmotionVectors.Of(VectorKind.Prosodic),
            Exported = logistic,
        };
        return profile.Choose(
            paper,
            sample: paper.WithFirstSeed(),
            quick: paper with
            {
                Data = EmotionSettings.Embedded,
                Seeds = [1, 2],
                Vectors = [paper.Vectors[0], paper.Vectors[2]],
                Classifiers = [paper.Classifiers[0], paper.Classifiers[1]],
            }
        );
    }

    public override Sample Sampled() => new("the first of five seeds", ["runs", "speakers", "confusion", "classes"]);

    public override IReadOnlyList<Trial> Trials =>
        [.. Variants().SelectMany(variant => variant.Trials), .. Data.Select(ExportedOn), .. Data.Select(Background)];

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies("Every speaker left out once. Bars of forests are means over the seeds.", SpeakersTable.LeftOut),
            BarChart.Accuracies(
                "Random splits share their speakers between training and test: what the study published.",
                EmotionSplits.Random
            ),
            EmotionTables.SpeakerChart(),
            MatrixChart.Confusion("Which emotion is taken for which, first seed.", SpeakersTable.LeftOut),
            .. Listening.May(Data[0])
                ? [Listening.Chart("Synthesised sentences of the test part, and which emotion the exported model hears.")]
                : Array.Empty<Chart>(),
        ];

    public IReadOnlyList<ExportedModel> Models() =>
        [
            .. Data.Select(data => new ExportedModel(data.Id, ExportedOn(data), VectorRecognizer.KindName, ExportedVectors)
            {
                Background = Background(data),
            }),
        ];

    public bool TakesMatrices => true;

    public ExportedModel On(OwnData own)
    {
        VectorTrial trial = ExportedOn(own.Reference) with { Splits = new OneSplit(own.Split.Protocol), Seed = own.Split.Seed };
        return own.Shape is { } shape
            ? new(
                own.Data.Id,
                trial with
                {
                    Vectors = [MatrixClassifier.VectorsOf(own)],
                    VectorsName = shape.Words,
                },
                MatrixClassifier.KindName,
                shape
            )
            : own.Exported(trial, VectorRecognizer.KindName, ExportedVectors);
    }

    public ModelCard CardOf(ExportedModel model, OwnData own, TrialResult result) =>
        own.Shape is { } shape
            ? own.CardOf($"{Exported.Name} over {shape.Words}", result, MatrixClassifier.Note)
            : own.CardOf($"{Exported.Name} over {ExportedVectors.VariantName} values", result, OwnNote);

    private const string OwnNote =
        "Probabilities of a multinomial logistic regression over how it is spoken (docs/speech-emotion.md).";

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        var runs = new List<ClassRun>();
        ResultTable speakers = SpeakersTable.New();
        foreach ((string variant, DatasetRef source, VectorTrial[] trials) in Variants())
        {
            Dictionary<string, string> speakerOf = inputs.Open(source).Items.ToDictionary(item => item.Id, item => item.Group);
            foreach (VectorTrial trial in trials)
            {
                var run = new ClassRun(variant, trial.SplitName, trial.Seed, inputs.Of(trial).Classes(SubsetNames.Test));
                runs.Add(run);
                if (trial.SplitName == SpeakersTable.LeftOut)
                {
                    SpeakersTable.AddEach(speakers, run, item => speakerOf[item]);
                }
            }
        }

        Measurement measured = new EmotionTables(runs, speakers, []).ToMeasurement(Seeds[0]);
        ResultTable[] listening = Listening.May(Data[0])
            ? Listening.Tables(inputs.Open(Data[0]), inputs.Of(ExportedOn(Data[0])).Classes(SubsetNames.Test))
            : [];
        return measured with
        {
            Tables = [.. measured.Tables, .. listening],
            Files = new Dictionary<string, byte[]>
            {
                [ModelCards.File] = ModelCards.Write([
                    .. Data.Select(data => (data.Id, CardOf(inputs, data).WithBackground(inputs.Of(Background(data))))),
                ]),
            },
        };
    }

    // Random splits, then speakers left out: of a classifier without chance in it, one answer for each speaker.
    private IEnumerable<(string Name, DatasetRef Data, VectorTrial[] Trials)> Variants() =>
        from data in Data
        from vectors in Vectors
        from scale in new[] { GroupScale.None, GroupScale.ByGroup }
        from classifier in Classifiers
        let words = vectors.VariantName + (scale == GroupScale.None ? "" : $", {OwnScale}")
        select (
            $"{data.Id}, {words}, {classifier.Name}",
            data,
            (VectorTrial[])
                [
                    .. Seeds.Select(seed => Random(data, vectors, scale, classifier, seed)),
                    .. (classifier is ForestClassifierSettings ? Seeds : [Seeds[0]]).Select(seed =>
                        Random(data, vectors, scale, classifier, seed) with
                        {
                            Splits = new EachGroupLeftOut(),
                            SplitName = SpeakersTable.LeftOut,
                        }
                    ),
                ]
        );

    private VectorTrial Random(
        DatasetRef data,
        EmotionVectors vectors,
        GroupScale scale,
        ClassifierSettings classifier,
        ulong seed
    ) =>
        new()
        {
            Vectors = [vectors.On(data)],
            VectorsName = vectors.VariantName,
            Scale = scale,
            Splits = new OneSplit(EmotionSplits.Drawn(TestFraction)),
            SplitName = EmotionSplits.Random,
            Classifier = classifier,
            KeepsModel = false,
            Seed = seed,
        };

    private VectorTrial ExportedOn(DatasetRef data) =>
        Random(data, ExportedVectors, GroupScale.None, Exported, Seeds[0]) with
        {
            KeepsModel = true,
        };

    private BackgroundTrial Background(DatasetRef data) =>
        new()
        {
            ModelName = Exported.Name,
            Dataset = data,
            Protocol = EmotionSplits.Drawn(TestFraction),
            Seed = Seeds[0],
        };

    private ModelCard CardOf(TableInputs inputs, DatasetRef source)
    {
        Dataset data = inputs.Open(source);
        return ModelCards.Of(
            data,
            $"Emotion of an utterance: {Exported.Name} over {ExportedVectors.VariantName} values",
            EmotionSplits.Drawn(TestFraction).Of(SplitItems.Of(data), Seeds[0]).Train,
            "random split, speakers shared",
            inputs.Of(ExportedOn(source)),
            VectorRecognizer.Note
        );
    }
}
