using Research.Results.Metrics;

namespace Research.Experiments.GenreAffect;

/// <summary>What do the report's networks say of affect on its own tracks?</summary>
/// <remarks>
/// <para>Follows: steps 8 and 9 (claims genre-affect-006, 165 to 172, 175 to 178), for those who have the course's archives: there is no such experiment in a checkout without them. A network for each target, one
/// that knows genres fine-tuned, and one for all three with equal weights.</para>
/// <para>Deviations: every track is tested once, in five folds, where the report held some tracks out; the convolutional network looks at windows of 256 frames. Run: ./build.sh --target GenreAffect.CourseAffect
/// --profile paper.</para>
/// </remarks>
internal sealed record CourseAffect : Experiment, IStudyExperiment
{
    private const string Lstm = "lstm";
    private const string Cnn = "cnn";
    private const string Tuned = "cnn, genre weights, fine-tuned";
    private const string Together = "cnn, equal weights";

    private static readonly string[] Targets = ["valence", "energy", "danceability"];

    public override string Question => "What do the report's networks say of affect on its own tracks?";

    // Features, models and training
    public required IReadOnlyList<AffectNetwork> Networks { get; init; }

    public static int Order => 65;

    public static Experiment? In(Profile profile) =>
        profile == Profile.Paper && CourseData.Has(CourseData.Genres, CourseData.GenresBetweenBeats, CourseData.Affect)
            ? Of()
            : null;

    /// <summary>On the arrays, wherever they are.</summary>
    internal static CourseAffect Of()
    {
        PinnedDataset data = CourseData.Named(CourseData.Affect);
        GenreNetworks genres = CourseGenres.Of().Kept;
        NetworkVariant kept = genres.Variants[0];
        var lstm = new AffectNetwork
        {
            Name = Lstm,
            Frames = new ItemBands
            {
                Data = data,
                First = 0,
                Count = CourseData.MelBands,
            },
            Tasks = [.. Targets.Select(AffectSettings.Alone)],
            Network = AffectSettings.Sequences(Profile.Paper),
            Training = AffectSettings.Training(15, 1e-3),
            Starts = null,
            FreezesBlocks = false,
            Folds = AffectSettings.FoldCount(Profile.Paper),
        };
        AffectNetwork cnn = lstm with { Name = Cnn, Network = kept.Network, Training = AffectSettings.Training(50, 1e-3) };
        (string name, Protocol split) = genres.Splits[0];
        return new CourseAffect
        {
            Data = [data, genres.Data],
            Seeds = genres.Seeds,
            Networks =
            [
                lstm,
                cnn,
                cnn with
                {
                    Name = Tuned,
                    Tasks = [AffectSettings.Alone(Targets[0])],
                    Training = AffectSettings.Training(10, 1e-3),
                    Starts = genres.Seeds.ToDictionary(seed => seed, seed => kept.On(genres.Data, name, split, seed)),
                },
                cnn with
                {
                    Name = Together,
                    Tasks =
                    [
                        new()
                        {
                            Targets = Targets,
                            Weights = [0.33, 0.33, 0.33],
                            LearnsWeights = false,
                        },
                    ],
                },
            ],
        };
    }

    public override IReadOnlyList<Trial> Trials =>
        [
            .. Networks.SelectMany(network => network.Starts?.Values ?? []),
            .. Networks.SelectMany(network => network.Trials(Seeds)),
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        ValueRun[] runs = [.. from network in Networks from seed in Seeds select network.Run(inputs, seed)];
        Figure[] figures = [.. ValueFigures.Of(runs)];
        IEnumerable<Figure> Answering(string name, string experiment, string model, string variant, bool mean) =>
            AffectTables.Answering(
                figures.Where(figure => figure.Variant == name),
                experiment,
                model,
                variant,
                mean,
                onOwnData: true
            );
        return new(
            [
                Tracks(inputs.Open(Data[0]).Items.Count),
                .. Answering(Lstm, "affect-regression", "lstm", "", mean: true),
                .. Answering(Cnn, "affect-regression", "cnn", "", mean: true),
                .. Answering(Tuned, "transfer", "cnn", "genre weights, fine-tuned 10 epochs", mean: false),
                .. Answering(Together, "multitask", "cnn", "loss weights 0.33 each", mean: false),
                .. figures.Where(figure => figure.Metric != MetricName.Spearman),
            ],
            [ValuesTable.Of(runs, item => item)]
        );
    }

    private static Figure Tracks(int count) =>
        Figure.Number("tracks", "all", "tracks", count) with
        {
            Answers = new()
            {
                Document = GenreRuns.Document,
                Experiment = "dataset",
                Dataset = "multitask",
                Split = "all",
                Quantity = "tracks",
            },
        };
}
