using Research.Data;
using Research.Data.Splits;
using Research.Models.Networks;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Charts;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Experiments.Digits;

/// <summary>How large should the LSTM be, and how much dropout and L2 does it need?</summary>
/// <remarks>
/// <para>Follows: digits-2 steps 14.4 and 14.6 (claims digits-2-111 to 116): units × layers, the best four of them with dropout × L2,
/// everything chosen on the validation part; the best of each size is tested.</para>
/// <para>Deviations: digits-2 does not make a new model between L2 values, so its later ones start trained; here each starts anew.</para>
/// <para>Run: ./build.sh --target Digits.LstmGrid --profile paper. Cost: about 11 min on two cores.</para>
/// </remarks>
public sealed record LstmGrid : Experiment
{
    public override string Question => "How large should the LSTM be, and how much dropout and L2 does it need?";

    // Data
    public required double ValidationFraction { get; init; }

    // Features and models: the grid
    /// <summary>Frames, training, and what the grid does not vary.</summary>
    public required LstmVariant Base { get; init; }

    public required IReadOnlyList<int> Hidden { get; init; }

    public required IReadOnlyList<int> Layers { get; init; }

    public required IReadOnlyList<double> Dropouts { get; init; }

    public required IReadOnlyList<double> Decays { get; init; }

    /// <summary>Sizes that go on to the second grid.</summary>
    public required int Kept { get; init; }

    public override IReadOnlyList<FeatureSet> Features => [Base.Frames.On(Data[0])];

    public override IReadOnlyList<Chart> Charts() =>
        [
            new GridChart
            {
                Table = "sizes",
                Title = "Accuracy on validation data by size",
                Says = "Hidden units against layers, without regularisation.",
                X = "layers",
                XTitle = "layers",
                Y = "hidden",
                YTitle = "hidden units",
                Value = "validation",
                ValueTitle = "accuracy",
            },
            new GridChart
            {
                Table = "regularised",
                Title = "Accuracy on validation data by regularisation",
                Says = "Dropout against L2 for the best sizes, averaged over them.",
                X = "l2",
                XTitle = "L2",
                Y = "dropout",
                YTitle = "dropout",
                Value = "validation",
                ValueTitle = "accuracy",
            },
        ];

    public override IReadOnlyList<string> Highlights() => [.. Sizes().Select(variant => NameOfChosen(variant.Network))];

    // Measurement
    public override Measurement Measure(Lab lab)
    {
        Dataset data = lab.Open(Data[0]);
        double share = 1.0 / (Seeds.Count * ((Hidden.Count * Layers.Count) + (Kept * Dropouts.Count * Decays.Count)));
        Cell[] sizes = [.. Sizes().Select(variant => Run(lab, data, variant, share))];
        Cell[] best = [.. sizes.OrderByDescending(cell => cell.Mean(part: 0)).Take(Kept)];
        Cell[] regularised =
        [
            .. best.SelectMany(cell => Regularised(cell.Variant)).Select(variant => Run(lab, data, variant, share)),
        ];
        return new(
            [.. sizes.SelectMany(cell => Figures(cell, ClaimOfSize(data, cell))), .. Chosen(data, regularised)],
            [Table("sizes", sizes), Table("regularised", regularised)]
        );
    }

    private IEnumerable<LstmVariant> Sizes() =>
        from hidden in Hidden
        from layers in Layers
        select Base with
        {
            Network = Base.Network with { Hidden = hidden, Layers = layers },
        };

    private IEnumerable<LstmVariant> Regularised(LstmVariant size) =>
        from dropout in Dropouts
        from decay in Decays
        select size with
        {
            Network = size.Network with { Dropout = dropout },
            Training = size.Training with { Optimizer = size.Training.Optimizer with { WeightDecay = decay } },
        };

    private Cell Run(Lab lab, Dataset data, LstmVariant variant, double share)
    {
        int[] classes = data.Classes();
        int[] test = data.Of(Part.Test);
        Matrix[] clips = lab.Read(Base.Frames.On(Data[0]));
        var runs = new List<(double Validation, double Test)>();
        int validated = 0;
        foreach (ulong seed in Seeds)
        {
            Split split = HmmTrial.Validation(data, ValidationFraction, seed);
            validated = split.Test.Length;
            LstmRun run = LstmTrial.Run(
                lab,
                $"{variant.Words}/seed {seed}",
                clips,
                classes,
                data.Labels.Count,
                split,
                variant,
                seed,
                share,
                split.Test,
                test
            );
            runs.Add((Share(split.Test, run.Predicted[0], classes), Share(test, run.Predicted[1], classes)));
        }

        return new Cell(
            variant,
            [.. runs.Select(run => run.Validation)],
            [.. runs.Select(run => run.Test)],
            validated,
            test.Length
        );
    }

    private static double Share(int[] items, int[] predicted, int[] classes) =>
        (double)Enumerable.Range(0, items.Length).Count(i => predicted[i] == classes[items[i]]) / items.Length;

    private static IEnumerable<Figure> Figures(Cell cell, string? claim)
    {
        Figure validation = new()
        {
            Variant = cell.Variant.Words,
            Split = "validation",
            Metric = "accuracy",
            Runs = cell.Validation,
            TestItems = cell.ValidationItems,
            Claim = claim,
        };
        yield return validation;
        yield return validation with
        {
            Split = "test",
            Runs = cell.Test,
            TestItems = cell.TestItems,
            Claim = null,
        };
    }

    private static string? ClaimOfSize(Dataset data, Cell cell) =>
        data.Synthetic
            ? null
            : (cell.Variant.Network.Hidden, cell.Variant.Network.Layers) switch
            {
                (60, 3) => "digits-2-111",
                (60, 2) => "digits-2-112",
                (40, 1) => "digits-2-113",
                (60, 1) => "digits-2-114",
                _ => null,
            };

    // The best dropout and L2 of each size, chosen by the mean over the seeds.
    private static IEnumerable<Figure> Chosen(Dataset data, Cell[] cells) =>
        cells
            .GroupBy(cell => (cell.Variant.Network.Hidden, cell.Variant.Network.Layers))
            .SelectMany(size =>
            {
                string? claim =
                    data.Synthetic ? null
                    : size.Key == (60, 1) ? "digits-2-115"
                    : size.Key == (60, 2) ? "digits-2-116"
                    : null;
                Cell best = size.MaxBy(cell => cell.Mean(part: 0))!;
                return Figures(best, claim).Select(figure => figure with { Variant = NameOfChosen(best.Variant.Network) });
            });

    private static string NameOfChosen(RecurrentSettings size) =>
        $"lstm {size.Layers}x{size.Hidden}, best dropout and l2 on validation";

    private static ResultTable Table(string name, Cell[] cells)
    {
        var table = new ResultTable(
            name,
            Column.Count("hidden"),
            Column.Count("layers"),
            Column.Number("dropout", 2),
            Column.Number("l2", 4),
            Column.Number("validation", 6),
            Column.Number("test", 6)
        );
        foreach (Cell cell in cells)
        {
            RecurrentSettings network = cell.Variant.Network;
            double decay = cell.Variant.Training.Optimizer.WeightDecay;
            table.Add(network.Hidden, network.Layers, network.Dropout, decay, cell.Mean(part: 0), cell.Mean(part: 1));
        }

        return table;
    }

    private sealed record Cell(LstmVariant Variant, double[] Validation, double[] Test, int ValidationItems, int TestItems)
    {
        /// <summary>Mean accuracy over the seeds on validation (0) or test (1).</summary>
        public double Mean(int part) => OrderedSum.Mean(part == 0 ? Validation : Test);
    }
}
