using Research.Models.Hmm;
using Research.Models.Mixtures;

namespace Research.Experiments.Digits;

/// <summary>How many states and mixtures does a digit need?</summary>
/// <remarks>
/// <para>Follows: digits-2 steps 9-13 (claims digits-2-050 to 070): 1-4 states × 1-5 mixtures on 6 MFCC, chosen on the validation part,
/// the chosen one tested. The published code used full covariances, so those answer the claims; diagonal ones stand beside them.</para>
/// <para>Deviations: as Digits.GmmHmm. Run: ./build.sh --target Digits.GmmHmmGrid --profile paper.</para>
/// </remarks>
public sealed record GmmHmmGrid : Experiment, IStudyExperiment
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
            new GridChart
            {
                Table = "grid",
                Title = "Accuracy on validation data",
                Says = "More states and more mixtures keep helping; the reports stopped at fewer.",
                Panels = "covariance",
                X = "mixtures",
                XTitle = "mixtures a state",
                Y = "states",
                YTitle = "states a digit",
                Value = "validation",
                ValueTitle = "accuracy",
            },
        ];

    public override IReadOnlyList<string> Highlights() => [.. Covariances.Select(NameOfChosen)];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        GridPoint[] points = [.. Points().Select(point => PointOf(inputs, point))];
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

    private HmmTrial TrialOf(HmmSettings point, ulong seed) =>
        new()
        {
            Dataset = Data[0],
            AlsoTested = null,
            Protocol = Split,
            Fold = "",
            Frames = Frames,
            PerUtterance = false,
            Hmm = point,
            Remark = "",
            KeepsModel = false,
            Seed = seed,
        };

    private GridPoint PointOf(TableInputs inputs, HmmSettings point)
    {
        TrialResult[] results = [.. Seeds.Select(seed => inputs.Of(TrialOf(point, seed)))];
        return new GridPoint(
            point,
            [.. results.Select(result => result.Classes(PartNames.Validation))],
            [.. results.Select(result => result.Classes(PartNames.Test))]
        );
    }

    private IEnumerable<Figure> FiguresOf(GridPoint point)
    {
        Figure validation = new()
        {
            Variant = HmmVariant.NameOf(Frames, point.Hmm, ""),
            Split = PartNames.Validation,
            Metric = "accuracy",
            Runs = [.. point.Validation.Select(run => run.Confusion.Accuracy)],
            TestItems = point.Validation[0].Items.Count,
            Answers = Answers(point.Hmm.Covariance, NameOf(point.Hmm.States, point.Hmm.Mixtures), PartNames.Validation),
        };
        yield return validation;
        yield return validation with
        {
            Split = PartNames.Test,
            Runs = [.. point.Test.Select(run => run.Confusion.Accuracy)],
            TestItems = point.Test[0].Items.Count,
            Answers = null,
        };
    }

    // What the study did: take the point that validates best, and test it; here for every seed by itself.
    private Figure Chosen(Covariance covariance, GridPoint[] points)
    {
        GridPoint[] own = [.. points.Where(point => point.Hmm.Covariance == covariance)];
        ClassPredictions[] best =
        [
            .. Seeds.Select((_, s) => own.MaxBy(point => point.Validation[s].Confusion.Accuracy)!.Test[s]),
        ];
        return new()
        {
            Variant = NameOfChosen(covariance),
            Split = PartNames.Test,
            Metric = "accuracy",
            Runs = [.. best.Select(run => run.Confusion.Accuracy)],
            TestItems = best[0].Items.Count,
            Answers = Answers(covariance, $"{NameOf(PublishedBest.States, PublishedBest.Mixtures)} (best)", PartNames.Test),
        };
    }

    private string NameOfChosen(Covariance covariance) =>
        $"mfcc {Frames.Coefficients}, best of the grid on validation, {HmmVariant.NameOf(covariance)}";

    private string NameOf(int states, int mixtures) => $"mfcc {Frames.Coefficients}, states {states}, mixtures {mixtures}";

    private static ClaimKey? Answers(Covariance covariance, string variant, string part) =>
        covariance != Covariance.Full
            ? null
            : new ClaimKey
            {
                Document = DigitSettings.Second,
                Experiment = "gmm-hmm-grid",
                Dataset = "fsdd",
                Model = "gmm-hmm",
                Variant = variant,
                Split = part,
                Quantity = "accuracy",
            };

    private ResultTable Table(GridPoint[] points)
    {
        var table = new ResultTable(
            "grid",
            Column.Text("covariance"),
            Column.Count("states"),
            Column.Count("mixtures"),
            Column.Text("seed"),
            Column.Number("validation", 6),
            Column.Number("test", 6)
        );
        foreach (GridPoint point in points)
        {
            for (int s = 0; s < Seeds.Count; s++)
            {
                table.Add(
                    HmmVariant.NameOf(point.Hmm.Covariance),
                    point.Hmm.States,
                    point.Hmm.Mixtures,
                    $"{Seeds[s]}",
                    point.Validation[s].Confusion.Accuracy,
                    point.Test[s].Confusion.Accuracy
                );
            }
        }

        return table;
    }

    private sealed record GridPoint(HmmSettings Hmm, ClassPredictions[] Validation, ClassPredictions[] Test);
}
