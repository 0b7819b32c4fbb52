namespace Research.Experiments.Digits;

/// <summary>How many states and mixtures does a digit need?</summary>
/// <remarks>
/// <para>Follows: digits-2 steps 9-13 (claims digits-2-050 to 070): 1-4 states × 1-5 mixtures on 6 MFCC, chosen on the validation part,
/// the chosen one tested. The published code used full covariances, so those answer the claims; diagonal ones stand beside them.</para>
/// <para>Deviations: as Digits.GmmHmm. Run: ./build.sh --target Digits.GmmHmmGrid --profile paper.</para>
/// </remarks>
internal sealed record GmmHmmGrid : Experiment, IStudyExperiment
{
    public override string Question => "How many states and mixtures does a digit need?";

    // Data
    public required Protocol Split { get; init; }

    // Features
    public required MfccFrames Frames { get; init; }

    // Models: the grid
    public required int States { get; init; }

    public required int Mixtures { get; init; }

    public required IReadOnlyList<Covariance> Covariances { get; init; }

    public required HmmSettings Hmm { get; init; }

    /// <summary>States and mixtures that digits-2 chose.</summary>
    public required (int States, int Mixtures) PublishedBest { get; init; }

    public static int Order => 10;

    public static Experiment In(Profile profile)
    {
        var paper = new GmmHmmGrid
        {
            Data = [Datasets.Fsdd],
            Seeds = DigitSettings.FiveSeeds,
            Split = DigitSettings.Published,
            Frames = MfccFrames.Course(6),
            States = 4,
            Mixtures = 5,
            Covariances = [Covariance.Diagonal, Covariance.Full],
            Hmm = DigitSettings.Hmm,
            PublishedBest = (3, 4),
        };
        return profile.UsesRecordings()
            ? paper
            : paper with
            {
                Data = [Datasets.SyntheticDigits],
                Seeds = [1],
                States = 2,
                Mixtures = 2,
            };
    }

    public override IReadOnlyList<Trial> Trials => [.. from point in Points() from seed in Seeds select TrialOf(point, seed)];

    public override IReadOnlyList<Chart> Charts() =>
        [
            GridChart.Validation(
                "grid",
                "More states and more mixtures keep helping; the reports stopped at fewer.",
                new("mixtures", "mixtures a state"),
                new("states", "states a digit")
            ) with
            {
                Panels = "covariance",
            },
        ];

    public override IReadOnlyList<string> Highlights() => [.. Covariances.Select(NameOfChosen)];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        GridPoint<HmmSettings>[] points =
        [
            .. Points().Select(point => GridPoint.Of(point, [.. Seeds.Select(seed => inputs.Of(TrialOf(point, seed)))])),
        ];
        return new(
            [.. points.SelectMany(FiguresOf), .. Covariances.Select(covariance => Chosen(covariance, points))],
            [Table(points)]
        );
    }

    private IEnumerable<HmmSettings> Points() =>
        from covariance in Covariances
        from states in Enumerable.Range(1, States)
        from mixtures in Enumerable.Range(1, Mixtures)
        select Hmm with
        {
            Covariance = covariance,
            States = states,
            Mixtures = mixtures,
        };

    private HmmTrial TrialOf(HmmSettings point, ulong seed) => new HmmVariant(Frames, point, "").On(Data[0], Split, seed);

    private IEnumerable<Figure> FiguresOf(GridPoint<HmmSettings> point) =>
        point.Figures(
            HmmVariant.NameOf(Frames, point.Settings, ""),
            Answers(point.Settings.Covariance, NameOf(point.Settings.States, point.Settings.Mixtures), SubsetNames.Validation)
        );

    // What the study did: take the point that validates best, and test it; here for every seed by itself.
    private Figure Chosen(Covariance covariance, GridPoint<HmmSettings>[] points)
    {
        GridPoint<HmmSettings>[] own = [.. points.Where(point => point.Settings.Covariance == covariance)];
        ClassPredictions[] best =
        [
            .. Seeds.Select((_, s) => own.MaxBy(point => point.Validation[s].Confusion.Accuracy)!.Test[s]),
        ];
        return new()
        {
            Variant = NameOfChosen(covariance),
            Split = SubsetNames.Test,
            Metric = "accuracy",
            Runs = [.. best.Select(run => run.Confusion.Accuracy)],
            TestItems = best[0].Items.Count,
            Answers = Answers(covariance, $"{NameOf(PublishedBest.States, PublishedBest.Mixtures)} (best)", SubsetNames.Test),
        };
    }

    private string NameOfChosen(Covariance covariance) =>
        $"mfcc {Frames.Coefficients}, best of the grid on validation, {HmmVariant.NameOf(covariance)}";

    private string NameOf(int states, int mixtures) => $"mfcc {Frames.Coefficients}, states {states}, mixtures {mixtures}";

    private static ClaimKey? Answers(Covariance covariance, string variant, string part) =>
        covariance == Covariance.Full ? FsddAccuracy.Key(DigitSettings.Second, "gmm-hmm-grid", "gmm-hmm", variant, part) : null;

    private ResultTable Table(GridPoint<HmmSettings>[] points)
    {
        var table = new ResultTable(
            "grid",
            [
                Column.Text("covariance"),
                .. Column.Counts("states", "mixtures"),
                Column.Text("seed"),
                .. Column.Numbers(6, "validation", "test"),
            ]
        );
        foreach (GridPoint<HmmSettings> point in points)
        {
            for (int s = 0; s < Seeds.Count; s++)
            {
                table.Add(
                    HmmVariant.NameOf(point.Settings.Covariance),
                    point.Settings.States,
                    point.Settings.Mixtures,
                    $"{Seeds[s]}",
                    point.Validation[s].Confusion.Accuracy,
                    point.Test[s].Confusion.Accuracy
                );
            }
        }

        return table;
    }
}
