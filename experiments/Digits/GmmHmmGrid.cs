using Research.Data;
using Research.Data.Splits;
using Research.Models.Hmm;
using Research.Models.Mixtures;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Charts;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Experiments.Digits;

/// <summary>How many states and mixtures does a digit need?</summary>
/// <remarks>
/// <para>Follows: digits-2 steps 9-13 (claims digits-2-050 to 070): 1-4 states × 1-5 mixtures on 6 MFCC, chosen on the validation part,
/// the chosen one tested. The published code used full covariances, so those answer the claims; diagonal ones stand beside them.</para>
/// <para>Deviations: as Digits.GmmHmm. Run: ./build.sh --target Digits.GmmHmmGrid --profile paper. Cost: about 25 s on two cores.</para>
/// </remarks>
public sealed record GmmHmmGrid : Experiment
{
    private const string ClaimPrefix = "digits-2-";

    public override string Question => "How many states and mixtures does a digit need?";

    // Data
    public required double ValidationFraction { get; init; }

    // Features
    public required Frames Frames { get; init; }

    public override IReadOnlyList<FeatureSet> Features => [Frames.On(Data[0])];

    // Models: the grid
    public required int States { get; init; }

    public required int Mixtures { get; init; }

    public required IReadOnlyList<Covariance> Covariances { get; init; }

    public required HmmSettings Hmm { get; init; }

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

    // Measurement
    public override Measurement Measure(Lab lab)
    {
        Dataset data = lab.Open(Data[0]);
        Matrix[] clips = lab.Read(Frames.On(Data[0]));
        HmmSettings[] points = [.. Points()];
        Cell[][] cells = [.. points.Select(point => Run(lab, data, clips, point, points.Length))];
        var figures = new List<Figure>();
        for (int p = 0; p < points.Length; p++)
        {
            figures.AddRange(FiguresOf(points[p], cells[p], data));
        }

        figures.AddRange(Covariances.SelectMany(covariance => Chosen(covariance, points, cells)));
        return new(figures, [Table(points, cells)]);
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

    private Cell[] Run(Lab lab, Dataset data, Matrix[] clips, HmmSettings point, int points)
    {
        int[] classes = data.Classes();
        int[] test = data.Of(Part.Test);
        return
        [
            .. Seeds.Select(seed =>
            {
                Split split = HmmTrial.Validation(data, ValidationFraction, seed);
                int[][] predicted = HmmTrial.Predict(
                    lab,
                    $"{HmmTrial.Words(Frames.Coefficients, point)}/seed {seed}",
                    clips,
                    classes,
                    data.Labels.Count,
                    split.Train,
                    point,
                    seed,
                    split.Test,
                    test
                );
                lab.Advance(1.0 / (points * Seeds.Count));
                return new Cell(
                    Share(split.Test, predicted[0], classes),
                    Share(test, predicted[1], classes),
                    split.Test.Length,
                    test.Length
                );
            }),
        ];
    }

    private static double Share(int[] items, int[] predicted, int[] classes) =>
        (double)Enumerable.Range(0, items.Length).Count(i => predicted[i] == classes[items[i]]) / items.Length;

    private IEnumerable<Figure> FiguresOf(HmmSettings point, Cell[] cells, Dataset data)
    {
        Figure validation = new()
        {
            Variant = HmmTrial.Words(Frames.Coefficients, point),
            Split = "validation",
            Metric = "accuracy",
            Runs = [.. cells.Select(cell => cell.Validation)],
            TestItems = cells[0].ValidationItems,
            Claim = data.Synthetic ? null : ClaimOf(point),
        };
        yield return validation;
        yield return validation with
        {
            Split = "test",
            Runs = [.. cells.Select(cell => cell.Test)],
            TestItems = cells[0].TestItems,
            Claim = null,
        };
    }

    // Claims 050 to 069 run through the states, and through the mixtures within a state.
    private static string? ClaimOf(HmmSettings point) =>
        point.Covariance == Covariance.Full ? $"{ClaimPrefix}{50 + ((point.States - 1) * 5) + point.Mixtures - 1:D3}" : null;

    // What the study did: take the point that validates best, and test it; here for every seed by itself.
    private IEnumerable<Figure> Chosen(Covariance covariance, HmmSettings[] points, Cell[][] cells)
    {
        int[] own = [.. Enumerable.Range(0, points.Length).Where(p => points[p].Covariance == covariance)];
        int[] best = [.. Enumerable.Range(0, Seeds.Count).Select(s => own.MaxBy(p => cells[p][s].Validation))];
        yield return new()
        {
            Variant = NameOfChosen(covariance),
            Split = "test",
            Metric = "accuracy",
            Runs = [.. best.Select((p, s) => cells[p][s].Test)],
            TestItems = cells[0][0].TestItems,
            Claim = covariance == Covariance.Full ? "digits-2-070" : null,
        };
    }

    private string NameOfChosen(Covariance covariance) =>
        $"mfcc {Frames.Coefficients}, best of the grid on validation, {HmmTrial.Words(covariance)}";

    private ResultTable Table(HmmSettings[] points, Cell[][] cells)
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
        for (int p = 0; p < points.Length; p++)
        {
            for (int s = 0; s < Seeds.Count; s++)
            {
                string covariance = HmmTrial.Words(points[p].Covariance);
                table.Add(
                    covariance,
                    points[p].States,
                    points[p].Mixtures,
                    $"{Seeds[s]}",
                    cells[p][s].Validation,
                    cells[p][s].Test
                );
            }
        }

        return table;
    }

    private sealed record Cell(double Validation, double Test, int ValidationItems, int TestItems);
}
