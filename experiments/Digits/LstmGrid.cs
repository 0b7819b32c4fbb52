namespace Research.Experiments.Digits;

/// <summary>How large should the LSTM be, and how much dropout and L2 does it need?</summary>
/// <remarks>
/// <para>Follows: digits-2 steps 14.4 and 14.6 (claims digits-2-111 to 116): units × layers, the best four of them with dropout × L2,
/// everything chosen on the validation part; the best of each size is tested.</para>
/// <para>Deviations: digits-2 does not make a new model between L2 values, so its later ones start trained; here each starts anew.</para>
/// <para>Run: ./build.sh --target Digits.LstmGrid --profile paper.</para>
/// </remarks>
internal sealed record LstmGrid : Experiment, IStudyExperiment
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
        return profile.Choose(
            paper,
            sample: paper with
            {
                Hidden = [20],
                Layers = [1, 2],
                Dropouts = [0],
                Decays = [0],
                Promoted = 1,
            },
            quick: paper with
            {
                Data = [Datasets.SyntheticDigits],
                Seeds = [1],
                Base = LstmSettings.Shortened(paper.Base),
                Hidden = [8, 16],
                Layers = [1, 2],
                Dropouts = [0, 0.2],
                Decays = [0, 1e-4],
                Promoted = 1,
            }
        );
    }

    public override Sample Sampled() => new("20 units, one and two layers, of nine sizes", ["sizes"]);

    public override IReadOnlyList<Trial> Trials => [.. Sizes(), .. Regularised().SelectMany(point => point)];

    public override IReadOnlyList<Chart> Charts() =>
        [
            GridChart.Validation(
                "sizes",
                "All sizes, without regularisation.",
                new("layers", "layers"),
                new("hidden", "hidden units")
            ),
            GridChart.Validation("regularised", "Averaged over the best sizes.", new("l2", "L2"), new("dropout", "dropout")),
        ];

    public override IReadOnlyList<string> Highlights() =>
        [.. Sizes().Select(trial => NameOfChosen(trial.Variant.Network)).Distinct()];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        GridPoint<RecurrentVariant>[] sizes =
        [
            .. Sizes().GroupBy(trial => trial.Variant).Select(size => GridPoint.Of(size.Key, [.. size.Select(inputs.Of)])),
        ];
        GridPoint<RecurrentVariant>[] regularised = [.. Regularised().Select(point => PointOf(inputs, point))];
        return new(
            [
                .. sizes.SelectMany(point => point.Figures(point.Settings.Name, SizeKey(point.Settings.Network))),
                .. Chosen(regularised),
            ],
            [Table("sizes", sizes), Table("regularised", regularised)]
        );
    }

    private RecurrentTrial[] Sizes() =>
        [
            .. from hidden in Hidden
            from layers in Layers
            from seed in Seeds
            let size = Base with
            {
                Network = Base.Network with { Hidden = hidden, Layers = layers },
            }
            select size.On(Data[0], Split, seed),
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

    private GridPoint<RecurrentVariant> PointOf(TableInputs inputs, RankedSizeTrial[] point)
    {
        TrialResult[] results = [.. point.Select(inputs.Of)];
        RecurrentSettings network = Base.Network with
        {
            Hidden = (int)results[0].Number(RankedSizeTrial.Hidden),
            Layers = (int)results[0].Number(RankedSizeTrial.Layers),
        };
        return GridPoint.Of(point[0].Regularised(Base with { Network = network }), results);
    }

    private static ClaimKey SizeKey(RecurrentSettings size) => Key("lstm-grid", $"rnn_size {size.Hidden}, layers {size.Layers}");

    private static ClaimKey Key(string experiment, string variant) =>
        FsddAccuracy.Key(DigitSettings.Second, experiment, "lstm", variant, SubsetNames.Validation);

    // The best dropout and L2 of each size, chosen by the mean over the seeds.
    private static IEnumerable<Figure> Chosen(GridPoint<RecurrentVariant>[] points) =>
        points
            .GroupBy(point => (point.Settings.Network.Hidden, point.Settings.Network.Layers))
            .SelectMany(size =>
            {
                GridPoint<RecurrentVariant> best = size.MaxBy(point => point.MeanValidation)!;
                string published = $"rnn_size {size.Key.Hidden}, layers {size.Key.Layers}, dropout and L2 searched";
                return best.Figures(NameOfChosen(best.Settings.Network), Key("lstm-regularised-grid", published));
            });

    private static string NameOfChosen(RecurrentSettings size) =>
        $"lstm {size.Layers}x{size.Hidden}, best dropout and l2 on validation";

    private static ResultTable Table(string name, GridPoint<RecurrentVariant>[] points)
    {
        var table = new ResultTable(
            name,
            [
                .. Column.Counts("hidden", "layers"),
                Column.Number("dropout", 2),
                Column.Number("l2", 4),
                .. Column.Numbers(6, "validation", "test"),
            ]
        );
        foreach (GridPoint<RecurrentVariant> point in points)
        {
            RecurrentSettings network = point.Settings.Network;
            double decay = point.Settings.Training.Optimizer.WeightDecay;
            table.Add(network.Hidden, network.Layers, network.Dropout, decay, point.MeanValidation, point.MeanTest);
        }

        return table;
    }
}
