namespace Research.Experiments.Synthetic;

/// <summary>How hard are the embedded corpora?</summary>
/// <remarks>
/// <para>A random forest on one vector a clip: means and deviations of 13 MFCC, their first and second derivatives. Random splits, and, where there are speakers, each
/// left out once. Chance is 0.1 for digits and music, 0.17 for emotions.</para>
/// <para>What is asked of each corpus: between 0.6 and 0.95, so that a better method can show and no method is perfect.
/// Run: ./build.sh --target Synthetic.Separability.</para>
/// </remarks>
internal sealed record Separability : Experiment, IStudyExperiment
{
    private const string RandomSplit = "random split";

    public override string Question => "How hard are the embedded corpora?";

    // Data: digits, emotions, music; the last has no speakers
    public required Protocol Split { get; init; }

    // Features
    public required MfccFrames SpeechFrames { get; init; }

    public required MfccFrames MusicFrames { get; init; }

    // Model
    public required ForestSettings Forest { get; init; }

    public static int Order => 1;

    public static Experiment? In(Profile profile) =>
        profile.UsesRecordings()
            ? null
            : new Separability
            {
                Data = [Datasets.SyntheticDigits, Datasets.SyntheticSpeechEmotion, Datasets.SyntheticMusic],
                Seeds = [1, 2, 3, 4, 5],
                Split = new RandomSplit { Test = Holdout.Stratified(0.2, "synthetic/split"), Validation = new NoValidation() },
                SpeechFrames = MfccFrames.Reported(13),
                MusicFrames = MfccFrames.Reported(13) with { WindowSeconds = 2048.5 / 22_050, HopSeconds = 1024.5 / 22_050 },
                Forest = ForestSettings.RandomForest(100),
            };

    public override IReadOnlyList<Trial> Trials => [.. Data.SelectMany(TrialsOf)];

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies("Random forest on one vector a clip. Classes overlap, as in life.", null),
            MatrixChart.Confusion("Emotions and genres that are taken for one another, first seed.", RandomSplit) with
            {
                Table = "confusion-emotions",
            },
            MatrixChart.Confusion("Emotions and genres that are taken for one another, first seed.", RandomSplit) with
            {
                Table = "confusion-music",
            },
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        ClassRun[] runs =
        [
            .. from data in Data
            from trial in TrialsOf(data)
            let seed = trial.SplitName == RandomSplit ? trial.Seed : Seeds[0]
            select new ClassRun(data.Id, trial.SplitName, seed, inputs.Of(trial).Classes(SubsetNames.Test)),
        ];
        return new(
            [.. Accuracies.Of(runs)],
            [
                RunsTable.Of(runs),
                Confusion(runs, Data[0], "digits"),
                Confusion(runs, Data[1], "emotions"),
                Confusion(runs, Data[2], "music"),
            ]
        );
    }

    private static ResultTable Confusion(ClassRun[] runs, DatasetRef data, string name) =>
        ConfusionTable.Of([runs.First(run => run.Variant == data.Id && run.Split == RandomSplit)], $"confusion-{name}");

    private IEnumerable<VectorTrial> TrialsOf(DatasetRef data) =>
        [
            .. Seeds.Select(seed => TrialOf(data, seed)),
            .. data.Id == Data[^1].Id
                ? []
                : new[] { TrialOf(data, 0) with { Splits = new EachGroupLeftOut(), SplitName = SpeakersTable.LeftOut } },
        ];

    private VectorTrial TrialOf(DatasetRef data, ulong seed) =>
        new()
        {
            Vectors = [(data.Id == Data[^1].Id ? MusicFrames : SpeechFrames).VectorsOn(data, VectorForm.OverTime)],
            VectorsName = "vectors over time",
            Scale = GroupScale.None,
            Splits = new OneSplit(Split),
            SplitName = RandomSplit,
            Classifier = new ForestClassifierSettings("random forest", Forest),
            KeepsModel = false,
            Seed = seed,
        };
}
