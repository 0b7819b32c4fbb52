namespace Research.Experiments.Digits;

/// <summary>How large should the LSTM be, and how much dropout and L2 does it need?</summary>
/// <remarks>
/// <para>Follows: digits-2 steps 14.4 and 14.6 (claims digits-2-111 to 116): units × layers, the best four of them with dropout × L2,
/// everything chosen on the validation part; the best of each size is tested.</para>
/// <para>Deviations: digits-2 does not make a new model between L2 values, so its later ones start trained; here each starts anew.</para>
/// <para>Run: ./build.sh --target Digits.LstmGrid --profile paper.</para>
/// </remarks>
public sealed record LstmGrid : Experiment, IStudyExperiment
{
    public override string Question => "How large should the LSTM be, and how much dropout and L2 does it need?";

    // Data
    public required Protocol Split { get; init; }

    // Features and models: the grid
    /// <summary>Frames, training, and what the grid does not vary.</summary>
    public required RecurrentVariant Base { get; init; }

    public required IReadOnlyList<int> Hidden { get; init; }

    public required IReadOnlyList<int> Layers { get; init; }

    public required IReadOnlyList<double> Dropouts { get; init; }

    public required IReadOnlyList<double> Decays { get; init; }

    /// <summary>Sizes that go on to the second grid.</summary>
    public required int Promoted { get; init; }

    public static int Order => 12;

    public static Experiment In(Profile profile)
    {
        var paper = new LstmGrid
        {
            Data = [Datasets.Fsdd],
            Seeds = [1, 2],
            Split = DigitSettings.Published,
            Base = LstmSettings.Variant(6, 1, 60, 0.003, LstmSettings.Patient, 40),
            Hidden = [20, 40, 60],
            Layers = [1, 2, 3],
            Dropouts = [0, 0.1, 0.2, 0.3],
            Decays = [0, 1e-4, 2e-4],
            Promoted = 4,
        };
        return profile switch
        {
            Profile.Paper => paper,
            Profile.Sample => paper with { Hidden = [20], Layers = [1, 2], Dropouts = [0], Decays = [0], Promoted = 1 },
            _ => paper with
            {
                Data = [Datasets.SyntheticDigits],
                Seeds = [1],
                Base = LstmSettings.Shortened(paper.Base),
                Hidden = [8, 16],
                Layers = [1, 2],
                Dropouts = [0, 0.2],
                Decays = [0, 1e-4],
                Promoted = 1,
            },
        };
    }

    public override Sample Sampled() => new("20 units, one and two layers, of nine sizes", ["sizes"]);

    public override IReadOnlyList<Trial> Trials => [.. Sizes(), .. Regularised().SelectMany(point => point)];

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

    public override IReadOnlyList<string> Highlights() =>
        [.. Sizes().Select(trial => NameOfChosen(trial.Variant.Network)).Distinct()];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        GridPoint[] sizes =
        [
            .. Sizes().GroupBy(trial => trial.Variant).Select(size => PointOf(size.Key, [.. size.Select(inputs.Of)])),
        ];
        GridPoint[] regularised = [.. Regularised().Select(point => PointOf(inputs, point))];
        return new(
            [.. sizes.SelectMany(point => Figures(point, SizeKey(point))), .. Chosen(regularised)],
            [Table("sizes", sizes), Table("regularised", regularised)]
        );
    }

    private RecurrentTrial[] Sizes() =>
        [
            .. from hidden in Hidden
            from layers in Layers
            from seed in Seeds
            select new RecurrentTrial
            {
                Dataset = Data[0],
                Protocol = Split,
                Fold = "",
                PerUtterance = false,
                Variant = Base with { Network = Base.Network with { Hidden = hidden, Layers = layers } },
                KeepsModel = false,
                Seed = seed,
            },
        ];

    // A point of the second grid: its trials, one a seed.
    private IEnumerable<RankedSizeTrial[]> Regularised()
    {
        RecurrentTrial[] sizes = Sizes();
        return from rank in Enumerable.Range(0, Promoted)
            from dropout in Dropouts
            from decay in Decays
            select Seeds
                .Select(seed => new RankedSizeTrial
                {
                    Sizes = sizes,
                    Rank = rank,
                    Dropout = dropout,
                    WeightDecay = decay,
                    Seed = seed,
                })
                .ToArray();
    }

    private GridPoint PointOf(TableInputs inputs, RankedSizeTrial[] point)
    {
        TrialResult[] results = [.. point.Select(inputs.Of)];
        RecurrentSettings network = Base.Network with
        {
            Hidden = (int)results[0].Number(RankedSizeTrial.Hidden),
            Layers = (int)results[0].Number(RankedSizeTrial.Layers),
        };
        return PointOf(point[0].Regularised(Base with { Network = network }), results);
    }

    private static GridPoint PointOf(RecurrentVariant variant, TrialResult[] results) =>
        new(
            variant,
            [.. results.Select(result => result.Classes(PartNames.Validation))],
            [.. results.Select(result => result.Classes(PartNames.Test))]
        );

    private static IEnumerable<Figure> Figures(GridPoint point, ClaimKey answers)
    {
        Figure validation = new()
        {
            Variant = point.Variant.Name,
            Split = PartNames.Validation,
            Metric = "accuracy",
            Runs = [.. point.Validation.Select(run => run.Confusion.Accuracy)],
            TestItems = point.Validation[^1].Items.Count,
            Answers = answers,
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

    private static ClaimKey SizeKey(GridPoint point) =>
        Key("lstm-grid", $"rnn_size {point.Variant.Network.Hidden}, layers {point.Variant.Network.Layers}");

    private static ClaimKey Key(string experiment, string variant) =>
        new()
        {
            Document = DigitSettings.Second,
            Experiment = experiment,
            Dataset = "fsdd",
            Model = "lstm",
            Variant = variant,
            Split = PartNames.Validation,
            Quantity = "accuracy",
        };

    // The best dropout and L2 of each size, chosen by the mean over the seeds.
    private static IEnumerable<Figure> Chosen(GridPoint[] points) =>
        points
            .GroupBy(point => (point.Variant.Network.Hidden, point.Variant.Network.Layers))
            .SelectMany(size =>
            {
                GridPoint best = size.MaxBy(point => point.MeanValidation)!;
                string name = NameOfChosen(best.Variant.Network);
                string published = $"rnn_size {size.Key.Hidden}, layers {size.Key.Layers}, dropout and L2 searched";
                return Figures(best, Key("lstm-regularised-grid", published)).Select(figure => figure with { Variant = name });
            });

    private static string NameOfChosen(RecurrentSettings size) =>
        $"lstm {size.Layers}x{size.Hidden}, best dropout and l2 on validation";

    private static ResultTable Table(string name, GridPoint[] points)
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
        foreach (GridPoint point in points)
        {
            RecurrentSettings network = point.Variant.Network;
            double decay = point.Variant.Training.Optimizer.WeightDecay;
            table.Add(network.Hidden, network.Layers, network.Dropout, decay, point.MeanValidation, point.MeanTest);
        }

        return table;
    }

    private sealed record GridPoint(RecurrentVariant Variant, ClassPredictions[] Validation, ClassPredictions[] Test)
    {
        public double MeanValidation => OrderedSum.Mean([.. Validation.Select(run => run.Confusion.Accuracy)]);

        public double MeanTest => OrderedSum.Mean([.. Test.Select(run => run.Confusion.Accuracy)]);
    }
}
