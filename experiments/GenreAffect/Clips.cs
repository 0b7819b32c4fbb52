namespace Research.Experiments.GenreAffect;

/// <summary>How well can the genre of two seconds of a real recording be told?</summary>
/// <remarks>
/// <para>499 recordings of GTZAN, from the waveform: statistics of mel bands, statistics of MFCC, and what a MusiCNN that learned tags of the Million Song Dataset says of them. Folds of whole
/// songs, the clips that the fault-filtered list keeps (230, 93, 128, uneven by genre: see classes.csv), and random splits as large.</para>
/// <para>The study published nothing of it. C 4, C 1 and C 0.1 were fixed beforehand. In profile quick: generated music, without the pretrained network. Run:
/// ./build.sh --target GenreAffect.Clips --profile paper.</para>
/// </remarks>
internal sealed record Clips : Experiment, IStudyExperiment
{
    public override string Question => "How well can the genre of two seconds of a real recording be told?";

    // Features and models
    public required IReadOnlyList<(PooledVectors Vectors, ClassifierSettings Classifier)> Variants { get; init; }

    // Splits
    public required IReadOnlyList<(string Name, Resampling Splits)> Splits { get; init; }

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
            (Of(data, MusiCnnOutput.Embedding), GenreSettings.Logistic(0.1)),
            (Of(data, MusiCnnOutput.Tags), GenreSettings.Logistic(1)),
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
        };
    }

    public override Sample Sampled() =>
        new("the first of three seeds, without the pretrained network", ["runs", "confusion", "classes"]);

    public override IReadOnlyList<Trial> Trials =>
        [.. from variant in Variants from split in Splits from seed in SeedsOf(split.Name) select TrialOf(variant, split, seed)];

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
        return new([.. Accuracies.Of(runs)], [.. ClassTables.Of(runs, Seeds[0], withRecall: true)]);
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

    private static PooledVectors Of(DatasetRef data, MusiCnnOutput output) =>
        new(
            new MusiCnnVectors { Data = data, Output = output },
            output == MusiCnnOutput.Embedding ? "MusiCNN embedding" : "MusiCNN tags",
            ""
        );

    private static SizedSplit EqualSize(Profile profile) =>
        new()
        {
            TrainItems = profile.UsesRecordings() ? 230 + 93 : 210,
            ValidationItems = 0,
            TestItems = profile.UsesRecordings() ? 128 : 90,
            Stream = "genre/equal",
        };
}
