using Research.Data.Datasets;

namespace Research.Experiments.FilmEmotion;

/// <summary>Can one network tell energy, valence, tension and emotions together?</summary>
/// <remarks>
/// <para>The thesis names it as future work. On 110 excerpts of film music, from 25 published features: one network with a shared hidden layer for all eight ratings, and eight networks for one each; by soundtrack, five folds. The emotion is the
/// one whose predicted rating is highest. Paired differences of rank correlations, with intervals over excerpts and over soundtracks, say whether sharing helps.</para>
/// <para>On pop piano: energy and valence that follow from the four quadrants' probabilities, against networks that learned each alone: the trials are ImageNetTransfer's.</para>
/// <para>Adam at 0.003 for 150 epochs, the epoch of lowest validation error, 16 hidden units. In profile quick: generated music from mel statistics. Run: ./build.sh --target FilmEmotion.MultiLabel --profile paper.</para>
/// </remarks>
internal sealed record MultiLabel : Experiment, IStudyExperiment
{
    private const string Together = "one network for all ratings";
    private const string Alone = "a network for each rating";
    private const string BySoundtrack = "by soundtrack, 5 folds";

    public override string Question => "Can one network tell energy, valence, tension and emotions together?";

    // Data
    public required string SplitName { get; init; }

    // Networks and training
    public required IReadOnlyList<RatedNetwork> Networks { get; init; }

    /// <summary>Quadrants, then energy, then valence, of one network over pictures.</summary>
    public required IReadOnlyList<(PictureRun Quadrants, PictureRun Energy, PictureRun Valence)> Pictures { get; init; }

    public static int Order => 50;

    public static Experiment In(Profile profile)
    {
        bool paper = profile.UsesRecordings();
        DatasetRef rated = paper ? Datasets.Eerola110 : Datasets.SyntheticMusic;
        string[] targets = paper ? [.. FilmRatings.Scales, .. FilmRatings.Emotions] : ["energy", "valence"];
        var together = new RatedNetwork
        {
            Name = Together,
            Vectors = paper
                ? new ItemColumns
                {
                    Data = rated,
                    First = 0,
                    Count = Eerola110.Columns.Count,
                }
                : FilmSettings.MelStatistics(rated, FilmSettings.Excerpt with { LongestSeconds = 2 }),
            Targets = [targets],
            Network = new() { Hidden = 16, Dropout = 0.2 },
            Training = new()
            {
                Epochs = paper ? 150 : 5,
                BatchSize = 16,
                Optimizer = OptimizerSettings.Adam(3e-3, weightDecay: 0.01) with { Kind = OptimizerKind.AdamW },
                GradientNorm = null,
                Stopping = EarlyStopping.After(150),
            },
            Split = PictureCase.OfGroups(paper ? 5 : 2),
        };
        PictureVariant[] pictures =
            profile == Profile.Paper
                ? [FilmNetworks.Frozen(PretrainedNetwork.SqueezeNet11), FilmNetworks.Frozen(PretrainedNetwork.ResNet18)]
                : [];
        PictureCase[] piano = [.. PictureCase.Piano()];
        IReadOnlyList<ulong> seeds = profile == Profile.Paper ? FilmSettings.ThreeSeeds : [1];
        return new MultiLabel
        {
            Data = pictures.Length > 0 ? [rated, FilmSettings.Piano] : [rated],
            Seeds = seeds,
            SplitName = paper ? BySoundtrack : FilmCase.ByExcerpt,
            Networks = [together, together with { Name = Alone, Targets = [.. targets.Select(target => new[] { target })] }],
            Pictures =
            [
                .. pictures.Select(own =>
                    (
                        PictureRun.Of(piano[0], own, seeds),
                        PictureRun.Of(piano[1], own, seeds),
                        PictureRun.Of(piano[2], own, seeds)
                    )
                ),
            ],
        };
    }

    public override Sample Sampled() => new("the first of three seeds, without pictures of pop piano", ["values"]);

    public override IReadOnlyList<Trial> Trials =>
        [
            .. Networks.SelectMany(network => network.Trials(Seeds)),
            .. Pictures
                .SelectMany(own => new[] { own.Quadrants, own.Energy, own.Valence })
                .SelectMany(run => run.Trials)
                .Select(own => own.Trial),
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        Dictionary<string, string> groups = inputs.Open(Data[0]).Items.ToDictionary(item => item.Id, item => item.Group);
        ValueRun[] runs = [.. from network in Networks from seed in Seeds select network.Run(inputs, SplitName, seed)];
        ResultTable ratings = DifferencesTable.New();
        DifferencesTable.Add(ratings, runs, SplitName, Together, Alone, item => groups[item]);
        ClassRun[] emotions = [.. runs.Where(run => FilmRatings.Emotions.All(run.Targets.Contains)).Select(EmotionOf)];
        ClassRun[] halves = [.. Pictures.SelectMany(own => Halves(inputs, own))];
        return new(
            [.. ValueFigures.Of(runs), .. Accuracies.Of([.. emotions, .. halves])],
            [
                ValuesTable.Of(runs, item => groups[item]),
                ratings,
                .. ClassTables.Of([.. emotions, .. halves], Seeds[0], withRecall: true),
                Compared(inputs, halves),
            ]
        );
    }

    // The emotion whose rating is highest, true and predicted; the first of equal ones.
    private static ClassRun EmotionOf(ValueRun run)
    {
        int[] places = [.. FilmRatings.Emotions.Select(name => run.Targets.Index().Single(own => own.Item == name).Index)];
        return new(
            $"{run.Variant}: emotion",
            run.Split,
            run.Seed,
            new ClassPredictions(
                SubsetNames.Test,
                run.Predictions.Items,
                FilmRatings.Emotions,
                [.. run.Predictions.Truth.Select(Highest)],
                [.. run.Predictions.Predicted.Select(Highest)],
                null
            )
        );

        int Highest(double[] values) => Enumerable.Range(0, places.Length).MaxBy(k => values[places[k]]);
    }

    private IEnumerable<ClassRun> Halves(TableInputs inputs, (PictureRun Quadrants, PictureRun Energy, PictureRun Valence) own)
    {
        foreach ((ulong seed, TrialResult result) in own.Quadrants.Results(inputs))
        {
            ClassPredictions quadrants = result.Classes(SubsetNames.Test);
            yield return new(
                Of(own.Quadrants, "energy"),
                own.Quadrants.Case.SplitName,
                seed,
                QuadrantMarginals.Energy(quadrants)
            );
            yield return new(
                Of(own.Quadrants, "valence"),
                own.Quadrants.Case.SplitName,
                seed,
                QuadrantMarginals.Valence(quadrants)
            );
        }

        foreach (ClassRun run in own.Energy.Tested(inputs).Concat(own.Valence.Tested(inputs)))
        {
            yield return run;
        }
    }

    private ResultTable Compared(TableInputs inputs, ClassRun[] halves)
    {
        ResultTable table = ClassDifferencesTable.New("halves");
        if (Pictures.Count > 0)
        {
            Dictionary<string, string> songs = inputs
                .Open(FilmSettings.Piano)
                .Items.ToDictionary(item => item.Id, item => item.Group);
            foreach ((PictureRun quadrants, PictureRun energy, PictureRun valence) in Pictures)
            {
                foreach ((PictureRun alone, string half) in new[] { (energy, "energy"), (valence, "valence") })
                {
                    string both = Of(quadrants, half);
                    ClassDifferencesTable.Add(table, halves, alone.Case.SplitName, both, alone.Name, item => songs[item]);
                }
            }
        }

        return table;
    }

    private static string Of(PictureRun quadrants, string half) => $"{quadrants.Name}: {half} of the quadrants";
}
