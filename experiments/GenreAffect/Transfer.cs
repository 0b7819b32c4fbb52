namespace Research.Experiments.GenreAffect;

/// <summary>Does a network that knows genres hear affect better?</summary>
/// <remarks>
/// <para>Follows: step 9a (claims genre-affect-173 to 175): the convolutional network learns genres, its best epoch is kept, and its blocks learn affect for 10 more epochs; beside it the same network from
/// random weights, and with blocks that stay as they are. Paired differences with intervals over pieces and over series say whether it helps.</para>
/// <para>Deviations: genres of GTZAN's spectrograms, affect of VGMIDI's pieces on our own piano (see AffectRegression). Run: ./build.sh --target GenreAffect.Transfer --profile paper.</para>
/// </remarks>
internal sealed record Transfer : Experiment, IStudyExperiment
{
    private const string Tuned = "cnn, genre weights, fine-tuned";
    private const string Scratch = "cnn, random weights";
    private const int PublishedEpochs = 25; // of the network that is handed on; ours has more, and its best one counts

    public override string Question => "Does a network that knows genres hear affect better?";

    // Data, features, models and training
    public required IReadOnlyList<AffectNetwork> Networks { get; init; }

    public static int Order => 20;

    public static Experiment In(Profile profile)
    {
        bool paper = profile.UsesRecordings();
        IReadOnlyList<ulong> seeds = profile == Profile.Paper ? GenreSettings.ThreeSeeds : [1];
        var genres = (Cnn)Cnn.In(profile);
        (string name, Protocol split) = genres.Networks.Splits[0];
        var tuned = new AffectNetwork
        {
            Name = Tuned,
            Frames = (AffectSettings.Frames(profile) with { Levelled = true }).On(AffectSettings.Data(profile)), // as the genres
            Tasks = [.. AffectSettings.Targets(profile).Select(AffectSettings.Alone)],
            Network = AffectSettings.Pictures(profile),
            Training = AffectSettings.Training(paper ? 10 : 3, 1e-3),
            Starts = seeds.ToDictionary(
                seed => seed,
                seed => AffectSettings.Genres(profile).On(genres.Networks.Data, name, split, seed)
            ),
            FreezesBlocks = false,
            Folds = AffectSettings.FoldCount(profile),
        };
        return new Transfer
        {
            Data = [tuned.Frames.Data, genres.Networks.Data],
            Seeds = seeds,
            Networks =
                profile == Profile.Sample
                    ? [tuned]
                    :
                    [
                        tuned,
                        tuned with
                        {
                            Name = "cnn, genre weights, blocks frozen",
                            FreezesBlocks = true,
                        },
                        tuned with
                        {
                            Name = Scratch,
                            Starts = null,
                            Training = AffectSettings.Training(paper ? 50 : 3, 1e-3),
                        },
                    ],
        };
    }

    public override Sample Sampled() => new("the first of three seeds, fine-tuned", ["values"]);

    public override IReadOnlyList<Trial> Trials =>
        [.. Networks[0].Starts!.Values, .. Networks.SelectMany(network => network.Trials(Seeds))];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        Dictionary<string, string> series = inputs.Open(Data[0]).Items.ToDictionary(item => item.Id, item => item.Group);
        ValueRun[] runs = [.. from network in Networks from seed in Seeds select network.Run(inputs, seed)];
        ResultTable differences = DifferencesTable.New();
        bool compares = Networks.Any(own => own.Name == Scratch); // a sample has nothing to compare with
        foreach (AffectNetwork network in Networks.Where(own => compares && own.Name != Scratch))
        {
            DifferencesTable.Add(differences, runs, AffectSettings.SeriesFolds, network.Name, Scratch, item => series[item]);
        }

        Figure[] figures = [.. ValueFigures.Of(runs)];
        Figure[] answering =
        [
            .. AffectTables.Answering(
                figures.Where(figure => figure.Variant == Tuned && figure.Class == "valence"),
                "transfer",
                "cnn",
                "genre weights, fine-tuned 10 epochs",
                mean: false
            ),
        ];
        return new(
            [.. HandedOn(inputs), .. answering, .. figures.Where(figure => !answering.Any(own => Same(own, figure)))],
            [ValuesTable.Of(runs, item => series[item]), differences]
        );
    }

    // How well the networks that are handed on know genres.
    private IEnumerable<Figure> HandedOn(TableInputs inputs)
    {
        IReadOnlyDictionary<ulong, ItemNetworkTrial> starts = Networks[0].Starts!;
        var own = new GenreRuns("cnn", "best epoch kept", [.. starts.Select(start => (start.Key, inputs.Of(start.Value)))])
        {
            Experiment = "cnn-checkpoint",
        };
        const string name = "cnn, genres, best epoch kept";
        return own.LastEpoch(name, PublishedEpochs, loss: false).Concat(own.Test(name, classes: false));
    }

    private static bool Same(Figure one, Figure other) =>
        (one.Variant, one.Split, one.Metric, one.Class) == (other.Variant, other.Split, other.Metric, other.Class);
}
