namespace Research.Experiments.GenreAffect;

/// <summary>How well can the genre of two seconds of a real recording be told?</summary>
/// <remarks>
/// <para>499 recordings of GTZAN, from the waveform: statistics of mel bands, statistics of MFCC, and what a MusiCNN that learned tags of the Million Song Dataset says of them. Folds of whole
/// songs, the clips that the fault-filtered list keeps (230, 93, 128, uneven by genre: see classes.csv), and random splits as large.</para>
/// <para>The study published nothing of it. C 4, C 1 and C 0.1 were fixed beforehand. In profile quick: generated music, without the pretrained network.</para>
/// <para>For prediction (research predict GenreAffect.Clips song.mp3): logistic regressions, which give probabilities, on the first fold of songs. The one over MusiCNN's embedding
/// stands first, as it recognises half as many again; the network's weights (CC BY-NC-SA) travel in the model. The other needs no weights of others.
/// Run: ./build.sh --target GenreAffect.Clips --profile paper.</para>
/// </remarks>
internal sealed record Clips : Experiment, IStudyExperiment, IExportsModels
{
    public override string Question => "How well can the genre of two seconds of a real recording be told?";

    // Features and models
    public required IReadOnlyList<(PooledVectors Vectors, ClassifierSettings Classifier)> Variants { get; init; }

    // Splits
    public required IReadOnlyList<(string Name, Resampling Splits)> Splits { get; init; }

    /// <summary>The models for prediction, the best first.</summary>
    public required IReadOnlyList<(
        string Name,
        ClipVectors Vectors,
        LogisticClassifierSettings Classifier
    )> Exported { get; init; }

    public required Protocol ExportedSplit { get; init; }

    /// <summary>Of the recordings, and of the windows of those that are predicted.</summary>
    public required GenreRecognizerSettings Windows { get; init; }

    public static int Order => 35;

    public static Experiment In(Profile profile)
    {
        bool paper = profile.UsesRecordings();
        DatasetRef data = paper ? Datasets.GtzanClips : Datasets.SyntheticMusic;
        int folds = paper ? 5 : 3;
        PooledVectors mfcc = new(
            MfccFrames.Reported(13).VectorsOn(data, VectorForm.OverTime),
            "statistics of 13 MFCC and derivatives",
            ""
        );
        (PooledVectors, ClassifierSettings)[] pretrained =
        [
            (Of(data, MusiCnnOutput.Embedding), GenreSettings.Rbf(4, null)),
            (Of(data, MusiCnnOutput.Embedding), LogisticClassifierSettings.Multinomial(0.1)),
            (Of(data, MusiCnnOutput.Tags), LogisticClassifierSettings.Multinomial(1)),
        ];
        return new Clips
        {
            Data = [data],
            Seeds = profile == Profile.Paper ? GenreSettings.ThreeSeeds : [1],
            Variants =
            [
                (PooledVectors.Statistics(data), GenreSettings.Rbf(4, null)),
                (mfcc, GenreSettings.Rbf(4, null)),
                .. profile == Profile.Paper ? pretrained : [],
            ],
            Splits =
            [
                (FormattableString.Invariant($"random, {folds} folds"), GenreSettings.SongFolds(folds)),
                (GenreSettings.Filtered, new OneSplit(GenreSettings.FilteredSplit(profile, validation: false))),
                (GenreSettings.RandomOfEqualSize, new OneSplit(EqualSize(profile))),
            ],
            Exported =
            [
                .. paper
                    ? [(data.Id, ClipVectors.MusiCnnEmbedding, LogisticClassifierSettings.Multinomial(0.1))]
                    : Array.Empty<(string, ClipVectors, LogisticClassifierSettings)>(),
                (paper ? $"{data.Id}-mel" : data.Id, ClipVectors.MelStatistics, LogisticClassifierSettings.Multinomial(0.03)),
            ],
            ExportedSplit = new GroupCrossValidation
            {
                Folds = 5,
                Fold = 0,
                Stream = "genre/folds",
                Validation = new NoValidation(),
            },
            Windows = new()
            {
                Vectors = ClipVectors.MelStatistics,
                SampleRateHz = paper ? 16_000 : Corpora.SyntheticMusic.SampleRateHz,
                WindowSeconds = paper ? 2 : 10,
            },
        };
    }

    public override Sample Sampled() =>
        new("the first of three seeds, without the pretrained network", ["runs", "confusion", "classes"]);

    public override IReadOnlyList<Trial> Trials =>
        [
            .. from variant in Variants
            from split in Splits
            from seed in SeedsOf(split.Name)
            select TrialOf(variant, split, seed),
            .. Exported.SelectMany(own => new[] { Fitted(own), Kept(own) }).DistinctBy(trial => trial.Description),
        ];

    public IReadOnlyList<ExportedModel> Models() =>
        [
            .. Exported.Select(own => new ExportedModel(
                own.Name,
                Kept(own),
                GenreRecognizer.KindName,
                Windows with
                {
                    Vectors = own.Vectors,
                }
            )),
        ];

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies("Random folds keep whole songs on one side; artists may still be on both.", Splits[0].Name),
            BarChart.Accuracies("Artists on one side only, no repetitions.", GenreSettings.Filtered),
            BarChart.Accuracies("Random splits as large as the fault-filtered list.", GenreSettings.RandomOfEqualSize),
            MatrixChart.Confusion("Which genre is taken for which, fault-filtered.", GenreSettings.Filtered),
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        ClassRun[] runs =
        [
            .. from variant in Variants
            from split in Splits
            from seed in SeedsOf(split.Name)
            select new ClassRun(
                NameOf(variant),
                split.Name,
                seed,
                inputs.Of(TrialOf(variant, split, seed)).Classes(SubsetNames.Test)
            ),
        ];
        return new([.. Accuracies.Of(runs)], [.. ClassTables.Of(runs, Seeds[0], withRecall: true)])
        {
            Files = new Dictionary<string, byte[]>
            {
                [ModelCards.File] = ModelCards.Write([.. Exported.Select(own => (own.Name, CardOf(inputs, own)))]),
            },
        };
    }

    private static string NameOf((PooledVectors Vectors, ClassifierSettings Classifier) variant) =>
        $"{variant.Vectors.Name}, {variant.Classifier.Name}";

    // The fault-filtered list is one split: only what is drawn at random is repeated.
    private IReadOnlyList<ulong> SeedsOf(string split) => split == GenreSettings.Filtered ? [Seeds[0]] : Seeds;

    private VectorTrial TrialOf(
        (PooledVectors Vectors, ClassifierSettings Classifier) variant,
        (string Name, Resampling Splits) split,
        ulong seed
    ) =>
        new()
        {
            Vectors = [variant.Vectors.Set],
            VectorsName = variant.Vectors.Name,
            Scale = GroupScale.None,
            Splits = split.Splits,
            SplitName = split.Name,
            Classifier = variant.Classifier,
            KeepsModel = false,
            Seed = seed,
        };

    private VectorTrial Fitted((string Name, ClipVectors Vectors, LogisticClassifierSettings Classifier) own) =>
        TrialOf((VectorsOf(own.Vectors), own.Classifier), ("first fold of songs", new OneSplit(ExportedSplit)), Seeds[0]) with
        {
            KeepsModel = true,
        };

    private Trial Kept((string Name, ClipVectors Vectors, LogisticClassifierSettings Classifier) own) =>
        own.Vectors == ClipVectors.MusiCnnEmbedding ? new PretrainedVectorsTrial { Trained = Fitted(own) } : Fitted(own);

    private PooledVectors VectorsOf(ClipVectors vectors) =>
        vectors == ClipVectors.MusiCnnEmbedding ? Of(Data[0], MusiCnnOutput.Embedding) : PooledVectors.Statistics(Data[0]);

    private ModelCard CardOf(TableInputs inputs, (string Name, ClipVectors Vectors, LogisticClassifierSettings Classifier) own)
    {
        Dataset data = inputs.Open(Data[0]);
        return ModelCards.Of(
            data,
            $"Genre of music, window by window: {own.Classifier.Name} over {VectorsOf(own.Vectors).Name}",
            ExportedSplit.Of(SplitItems.Of(data), Seeds[0]).Train,
            "first of five folds of songs",
            inputs.Of(Kept(own)),
            own.Vectors == ClipVectors.MusiCnnEmbedding
                ? GenreRecognizer.Note + GenreRecognizer.NetworkNote
                : GenreRecognizer.Note
        );
    }

    private static PooledVectors Of(DatasetRef data, MusiCnnOutput output) =>
        new(
            new MusiCnnVectors { Data = data, Output = output },
            output == MusiCnnOutput.Embedding ? "MusiCNN embedding" : "MusiCNN tags",
            ""
        );

    private static SizedSplit EqualSize(Profile profile) =>
        new()
        {
            TrainItems = profile.UsesRecordings() ? 230 + 93 : 105,
            ValidationItems = 0,
            TestItems = profile.UsesRecordings() ? 128 : 45,
            Stream = "genre/equal",
        };
}
