namespace Research.Experiments.Digits;

/// <summary>Does hearing the digit backwards too help?</summary>
/// <remarks>
/// <para>Follows: digits-2 step 14.7 (claim digits-2-118): one bidirectional layer of 60, dropout 0.3, L2 0.0001; the last states of both
/// directions go to the linear layer. Early stopping as in Digits.Lstm.</para>
/// <para>Run: ./build.sh --target Digits.BiLstm --profile paper.</para>
/// </remarks>
public sealed record BiLstm : Experiment, IStudyExperiment
{
    public override string Question => "Does an LSTM that also runs backwards recognise digits better?";

    // Data
    public required Protocol Split { get; init; }

    // Features and models
    /// <summary>The published network first.</summary>
    public required IReadOnlyList<RecurrentVariant> Variants { get; init; }

    public static int Order => 13;

    public static Experiment In(Profile profile)
    {
        var paper = new BiLstm
        {
            Data = [Datasets.Fsdd],
            Seeds = DigitSettings.FiveSeeds,
            Split = DigitSettings.Published,
            Variants = [Both(13), Both(6)],
        };
        return profile switch
        {
            Profile.Paper => paper,
            Profile.Sample => paper with { Seeds = [1] },
            _ => paper with { Data = [Datasets.SyntheticDigits], Seeds = [1, 2], Variants = [LstmSettings.Shortened(Both(13))] },
        };
    }

    public override Sample Sampled() => new("the first of five seeds", ["runs", "confusion", "classes", "epochs"]);

    public override IReadOnlyList<Trial> Trials => [.. from variant in Variants from seed in Seeds select TrialOf(variant, seed)];

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies("Mean over the seeds with its 95 % interval; the published figure where there is one.", "test"),
            EpochsTable.Losses(),
            MatrixChart.Confusion("Which digit is taken for which, first seed.", "test"),
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        ClassRun[] runs =
        [
            .. from variant in Variants
            from seed in Seeds
            from part in new[] { PartNames.Validation, PartNames.Test }
            select new ClassRun(variant.Name, part, seed, inputs.Of(TrialOf(variant, seed)).Classes(part))
            {
                Answers = variant == Variants[0] ? Key(variant, part) : null,
            },
        ];
        var curves =
            from variant in Variants
            from seed in Seeds
            select (variant.Name, seed, inputs.Of(TrialOf(variant, seed)).Curve!);
        ClassRun[] shown = [.. runs.Where(run => run.Seed == Seeds[0])];
        return new(
            [.. Accuracies.Of(runs)],
            [
                RunsTable.Of(runs),
                ConfusionTable.Of(shown),
                ClassTable.Of(shown),
                EpochsTable.Of(curves, TrainingCurve.TrainLoss, TrainingCurve.ValidationLoss, TrainingCurve.ValidationAccuracy),
            ]
        );
    }

    private static ClaimKey Key(RecurrentVariant variant, string part) =>
        new()
        {
            Document = DigitSettings.Second,
            Experiment = "bilstm",
            Dataset = "fsdd",
            Model = "bilstm",
            Variant = LstmSettings.PublishedName(variant),
            Split = part,
            Quantity = "accuracy",
        };

    private static RecurrentVariant Both(int coefficients)
    {
        RecurrentVariant variant = LstmSettings.Regularised(
            LstmSettings.Variant(coefficients, 1, 60, 0.01, LstmSettings.Patient, 40)
        );
        return variant with { Network = variant.Network with { Bidirectional = true } };
    }

    private RecurrentTrial TrialOf(RecurrentVariant variant, ulong seed) =>
        new()
        {
            Dataset = Data[0],
            Protocol = Split,
            Fold = "",
            PerUtterance = false,
            Variant = variant,
            KeepsModel = false,
            Seed = seed,
        };
}
