namespace Research.Experiments.Digits;

/// <summary>Can a recurrent net turn ten points of a sine into the cosine?</summary>
/// <remarks>
/// <para>Follows: digits-2 step 8 (claims digits-2-041 to 049): 500 sequences of ten points of a 40 Hz sine over one period, t =
/// linspace(0, 1/40, 10); 30 % test, 8 % of the rest validation; batch 64, Adam 0.01, early stopping after 25 epochs without improvement.
/// RNN 8×10, LSTM 4×10, GRU 5×10. digits-2 gives the net all ten points in one step, and the phase is random.</para>
/// <para>Beside it, point by point: one sine value cannot tell the sign of the first cosine, so with a random phase the error has a floor
/// of 0.05 (half a squared cosine at one of ten points), which a fixed phase or a net that also runs backwards does not have; the
/// error over points 2 to 10 alone shows it.</para>
/// <para>Deviations: which sequences go where is seeded. Run: ./build.sh --target Digits.SineToCosine --profile paper.</para>
/// </remarks>
internal sealed record SineToCosine : Experiment, IStudyExperiment
{
    public override string Question => "Can a recurrent net turn ten points of a sine into the cosine?";

    // Data: generated
    public required SineWaves Waves { get; init; }

    // Models
    public required IReadOnlyList<SineVariant> Variants { get; init; }

    public static int Order => 8;

    public static Experiment In(Profile profile)
    {
        SineVariant steps = Variant(RecurrentKind.Gru, 1, 150) with { PointByPoint = true };
        var paper = new SineToCosine
        {
            Data = [],
            Seeds = DigitSettings.FiveSeeds,
            Waves = new()
            {
                Sequences = 500,
                Points = 10,
                TestFraction = 0.3,
                ValidationFraction = 0.08,
            },
            Variants =
            [
                Variant(RecurrentKind.Rnn, 8, 200) with
                {
                    IsPublished = true,
                },
                Variant(RecurrentKind.Lstm, 4, 150) with
                {
                    IsPublished = true,
                },
                Variant(RecurrentKind.Gru, 5, 150) with
                {
                    IsPublished = true,
                },
                steps,
                steps with
                {
                    RandomPhase = false,
                },
                steps with
                {
                    Network = steps.Network with { Bidirectional = true },
                },
            ],
        };
        return profile.UsesRecordings()
            ? paper
            : paper with
            {
                Seeds = [1],
                Waves = paper.Waves with { Sequences = 200 },
                Variants =
                [
                    .. paper.Variants.Select(variant => variant with { Training = variant.Training with { Epochs = 30 } }),
                ],
            };
    }

    public override IReadOnlyList<Trial> Trials => [.. from variant in Variants from seed in Seeds select TrialOf(variant, seed)];

    public override IReadOnlyList<Chart> Charts() =>
        [
            new LineChart(
                "predictions",
                "Sine in, cosine out",
                "Ten points of a test sequence: what went in, what was wanted, what the net gave."
            )
            {
                Panels = "variant",
                X = new("point", "point"),
                Ys = ["sine", "cosine", "predicted"],
                YTitle = "amplitude",
            },
            new LineChart(
                "epochs",
                "Mean squared error over the epochs",
                "On a logarithmic scale. With random phase and one point at a time the first cosine's sign cannot be known, so the error has a floor of 0.05."
            )
            {
                X = new("epoch", "epoch"),
                Ys = ["validation_mse"],
                YTitle = "mean squared error",
                Series = "variant",
                LogarithmicY = true,
            },
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs) =>
        new([.. Variants.SelectMany(variant => Figures(variant, inputs))], [Curves(inputs), Predictions(inputs)]);

    private IEnumerable<Figure> Figures(SineVariant variant, TableInputs inputs)
    {
        TrialResult[] runs = [.. Seeds.Select(seed => inputs.Of(TrialOf(variant, seed)))];
        yield return Figure(variant, "validation", "mse", runs.Select(run => run.Number(SineTrial.ValidationError)));
        yield return Figure(variant, "test", "mse", runs.Select(run => run.Number(SineTrial.TestError)));
        yield return Figure(variant, "test", "mse of points 2-10", runs.Select(run => run.Number(SineTrial.TestErrorAfterFirst)));
        Figure stopped = Figure(variant, "train", "stopped_at_epoch", runs.Select(run => (double)run.Curve!.Epochs.Count));
        yield return stopped with
        {
            Answers = stopped.Answers is { } key ? key with { Split = "" } : null,
        };
    }

    private static Figure Figure(SineVariant variant, string split, string metric, IEnumerable<double> values) =>
        new()
        {
            Variant = variant.Name,
            Split = split,
            Metric = metric,
            Runs = [.. values],
            IsShare = false,
            Answers = !variant.IsPublished
                ? null
                : new ClaimKey
                {
                    Document = DigitSettings.Second,
                    Experiment = "sine-to-cosine",
                    Dataset = "sine",
                    Model = variant.KindName,
                    Split = split,
                    Quantity = metric,
                },
        };

    // Curves of the first seed; the others differ in chance only.
    private ResultTable Curves(TableInputs inputs)
    {
        var table = new ResultTable(
            "epochs",
            [Column.Text("variant"), Column.Count("epoch"), .. Column.Numbers(8, "train_mse", "validation_mse")]
        );
        foreach (SineVariant variant in Variants)
        {
            TrainingCurve curve = inputs.Of(TrialOf(variant, Seeds[0])).Curve!;
            double[] train = curve.Of(TrainingCurve.TrainLoss);
            double[] validation = curve.Of(TrainingCurve.ValidationLoss);
            for (int e = 0; e < train.Length; e++)
            {
                table.Add(variant.Name, e + 1, train[e], validation[e]);
            }
        }

        return table;
    }

    // The plot of the study: input, target and prediction of one test sequence.
    private ResultTable Predictions(TableInputs inputs)
    {
        var table = new ResultTable(
            "predictions",
            [Column.Text("variant"), Column.Count("point"), .. Column.Numbers(6, "sine", "cosine", "predicted")]
        );
        foreach (SineVariant variant in Variants)
        {
            IReadOnlyDictionary<string, IReadOnlyList<double>> numbers = inputs.Of(TrialOf(variant, Seeds[0])).Numbers;
            for (int p = 0; p < Waves.Points; p++)
            {
                table.Add(
                    variant.Name,
                    p + 1,
                    numbers[SineTrial.Sine][p],
                    numbers[SineTrial.Cosine][p],
                    numbers[SineTrial.Predicted][p]
                );
            }
        }

        return table;
    }

    private SineTrial TrialOf(SineVariant variant, ulong seed) =>
        new()
        {
            Waves = Waves,
            Variant = variant,
            Seed = seed,
        };

    private static SineVariant Variant(RecurrentKind kind, int layers, int epochs) =>
        new()
        {
            Network = LstmSettings.Network(layers, 10) with { Kind = kind },
            Training = LstmSettings.Training(
                OptimizerSettings.Adam(0.01),
                epochs,
                64,
                new EarlyStopping
                {
                    Patience = 25,
                    FirstEpoch = 1,
                    Decimals = null,
                }
            ),
            PointByPoint = false,
            RandomPhase = true,
            IsPublished = false,
        };
}
