using Research.Evaluation.Regressors;
using Research.Results.Metrics;

namespace Research.Experiments.GenreAffect;

/// <summary>How far do features of a network that was trained on other music get, and what is left of it without repetitions and shared artists?</summary>
/// <remarks>
/// <para>Follows: choi-2017 table 2 (claims choi-2017-001 to 006), on the authors' own published features: means of five layers of a network that learned tags of the
/// Million Song Dataset, and statistics of MFCC. Ten folds as published; for GTZAN whole songs in one fold, then the fault-filtered list, then random splits of its size.</para>
/// <para>Deviations: the paper chose kernel and C by a search in each fold; ours are fixed (C 16 for classes, C 1 for values). In profile quick: statistics of mel bands
/// of generated music. Run: ./build.sh --target GenreAffect.PooledFeatures --profile paper.</para>
/// </remarks>
internal sealed record PooledFeatures : Experiment, IStudyExperiment
{
    private const string Document = "choi-2017";
    private const string TenFolds = "10-fold";

    public override string Question => "How far do features of a network that was trained on other music get?";

    // Data and features: those with the two splits that are held against each other first
    public required IReadOnlyList<PooledVectors> Genres { get; init; }

    public required IReadOnlyList<PooledVectors> OtherClasses { get; init; }

    public required IReadOnlyList<PooledVectors> Values { get; init; }

    public required IReadOnlyList<string> Targets { get; init; }

    // Splits
    public required Protocol Filtered { get; init; }

    public required Protocol EqualSize { get; init; }

    public required int Folds { get; init; }

    // Models
    public required IReadOnlyList<ClassifierSettings> Classifiers { get; init; }

    public required IReadOnlyList<RegressorSettings> Regressors { get; init; }

    public static int Order => 30;

    public static Experiment In(Profile profile)
    {
        bool paper = profile.UsesRecordings();
        PooledVectors[] genres = paper
            ? [PooledVectors.Network(Datasets.GtzanFeatures, "gtzan"), PooledVectors.Mfcc(Datasets.GtzanFeatures, "gtzan")]
            : [PooledVectors.Statistics(Datasets.SyntheticMusic)];
        PooledVectors[] others = paper
            ?
            [
                PooledVectors.Network(Datasets.BallroomFeatures, "ballroom"),
                PooledVectors.Mfcc(Datasets.BallroomFeatures, ""),
                PooledVectors.Network(Datasets.SpeechMusicFeatures, "speech-music"),
            ]
            : [];
        PooledVectors[] values = paper
            ? [PooledVectors.Network(Datasets.EmoMusicFeatures, "emomusic"), PooledVectors.Mfcc(Datasets.EmoMusicFeatures, "")]
            : genres;
        return new PooledFeatures
        {
            Data = [.. genres.Concat(others).Concat(values).Select(vectors => vectors.Set.Data).DistinctBy(data => data.Id)],
            Seeds = profile == Profile.Paper ? GenreSettings.ThreeSeeds : [1],
            Genres = genres,
            OtherClasses = others,
            Values = values,
            Targets = paper ? ["arousal", "valence"] : ["energy", "valence"],
            Filtered = GenreSettings.FilteredSplit(profile, validation: false),
            EqualSize = GenreSettings.EqualSplit(profile, validation: false),
            Folds = paper ? 10 : 3,
            Classifiers = [GenreSettings.Rbf(16, null), LogisticClassifierSettings.Multinomial(0.1)],
            Regressors =
            [
                new SvrRegressorSettings("svr rbf", new() { Svm = SvmSettings.ScikitLearn(SvmKernel.Rbf), Epsilon = 0.1 }),
                new RidgeRegressorSettings("ridge 10", new() { Penalty = 10 }),
            ],
        };
    }

    public override Sample Sampled() => new("the first of three seeds", ["runs", "confusion", "classes", "values"]);

    public override IReadOnlyList<Trial> Trials =>
        [
            .. from case_ in ClassCases() from seed in SeedsOf(case_.Split) select case_.TrialOf(seed),
            .. from vectors in Values from regressor in Regressors from seed in Seeds select TrialOf(vectors, regressor, seed),
        ];

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies("Random folds keep whole songs on one side; artists may still be on both.", FoldsName),
            BarChart.Accuracies("GTZAN without repetitions and distortion, artists on one side only.", GenreSettings.Filtered),
            BarChart.Accuracies(
                "Random splits as large as the fault-filtered list: what is not the number of clips.",
                GenreSettings.RandomOfEqualSize
            ),
            MatrixChart.Confusion("Which genre is taken for which, fault-filtered.", GenreSettings.Filtered),
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        ClassRun[] runs =
        [
            .. from own in ClassCases()
            from seed in SeedsOf(own.Split)
            select new ClassRun(own.Variant, own.Split, seed, inputs.Of(own.TrialOf(seed)).Classes(SubsetNames.Test))
            {
                Answers = own.Answers,
            },
        ];
        ValueRun[] values =
        [
            .. from vectors in Values
            from regressor in Regressors
            from seed in Seeds
            select new ValueRun(
                $"{vectors.Set.Data.Id}, {vectors.Name}, {regressor.Name}",
                FoldsName,
                seed,
                (ValuePredictions)inputs.Of(TrialOf(vectors, regressor, seed)).Predictions[0]
            ),
        ];
        return new(
            [.. Accuracies.Of(runs), .. ValueFigures.Of(values).Select(Answering)],
            [.. ClassTables.Of(runs, Seeds[0], withRecall: true), ValuesTable.Of(values, item => item)]
        );
    }

    private string FoldsName => FormattableString.Invariant($"random, {Folds} folds");

    // The fault-filtered list is one split: only what is drawn or trained at random is repeated.
    private IReadOnlyList<ulong> SeedsOf(string split) => split == GenreSettings.Filtered ? [Seeds[0]] : Seeds;

    private IEnumerable<ClassCase> ClassCases() =>
        from vectors in Genres.Concat(OtherClasses)
        from classifier in Classifiers
        from split in Genres.Contains(vectors)
            ? new (string Name, Resampling Splits)[]
            {
                (FoldsName, GenreSettings.SongFolds(Folds)),
                (GenreSettings.Filtered, new OneSplit(Filtered)),
                (GenreSettings.RandomOfEqualSize, new OneSplit(EqualSize)),
            }
            : [(FoldsName, GenreSettings.SongFolds(Folds))]
        select new ClassCase(vectors, classifier, split.Name, split.Splits);

    private RegressionTrial TrialOf(PooledVectors vectors, RegressorSettings regressor, ulong seed) =>
        new()
        {
            Vectors = [vectors.Set],
            VectorsName = vectors.Name,
            Targets = Targets,
            Scale = GroupScale.None,
            Splits = GenreSettings.SongFolds(Folds),
            SplitName = FoldsName,
            Regressor = regressor,
            Seed = seed,
        };

    // The paper's R² is answered by the support vectors over the network's features.
    private Figure Answering(Figure figure) =>
        figure.Metric == MetricName.RSquared
        && figure.Class != ValueRun.MeanOfTargets
        && Values[0].ClaimName.Length > 0
        && figure.Variant == $"{Values[0].Set.Data.Id}, {Values[0].Name}, {Regressors[0].Name}"
            ? figure with
            {
                Answers = new()
                {
                    Document = Document,
                    Experiment = "pooled-features",
                    Dataset = Values[0].ClaimName,
                    Model = "svr",
                    Variant = Values[0].Name,
                    Split = TenFolds,
                    Quantity = MetricName.RSquared,
                    Class = figure.Class,
                },
            }
            : figure;

    private sealed record ClassCase(PooledVectors Vectors, ClassifierSettings Classifier, string Split, Resampling Splits)
    {
        public string Variant => $"{Vectors.Set.Data.Id}, {Vectors.Name}, {Classifier.Name}";

        /// <summary>The paper's accuracy is answered by the support vector machine over ten folds.</summary>
        public ClaimKey? Answers =>
            Splits is EachFold { Folds: 10 } && Classifier is SvmClassifierSettings && Vectors.ClaimName.Length > 0
                ? new ClaimKey
                {
                    Document = Document,
                    Experiment = "pooled-features",
                    Dataset = Vectors.ClaimName,
                    Model = "svm",
                    Variant = Vectors.Name,
                    Split = TenFolds,
                    Quantity = MetricName.Accuracy,
                }
                : null;

        public VectorTrial TrialOf(ulong seed) =>
            new()
            {
                Vectors = [Vectors.Set],
                VectorsName = Vectors.Name,
                Scale = GroupScale.None,
                Splits = Splits,
                SplitName = Split,
                Classifier = Classifier,
                KeepsModel = false,
                Seed = seed,
            };
    }
}
