namespace Research.Experiments.Digits;

/// <summary>Does hearing the digit backwards too help?</summary>
/// <remarks>
/// <para>Follows: digits-2 step 14.7 (claim digits-2-118): one bidirectional layer of 60, dropout 0.3, L2 0.0001; the last states of both
/// directions go to the linear layer. Early stopping as in Digits.Lstm.</para>
/// <para>Run: ./build.sh --target Digits.BiLstm --profile paper.</para>
/// </remarks>
internal sealed record BiLstm : Experiment, IStudyExperiment
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
        return profile.Choose(
            paper,
            sample: paper.WithFirstSeed(),
            quick: paper with
            {
                Data = [Datasets.SyntheticDigits],
                Seeds = [1, 2],
                Variants = [LstmSettings.Shortened(Both(13))],
            }
        );
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
        var trained = new VariantRuns<RecurrentVariant>(Variants, Seeds, variant => variant.Name, TrialOf);
        ClassRun[] runs = trained.Tabulate(inputs, (variant, part) => variant == Variants[0] ? KeyOf(variant, part) : null);
        return new(
            [.. Accuracies.Of(runs)],
            [.. ClassTables.Of(runs, Seeds[0], withRecall: false), EpochsTable.OfClassifiers(trained.Curves(inputs))]
        );
    }

    private static ClaimKey KeyOf(RecurrentVariant variant, string part) =>
        FsddAccuracy.Key(DigitSettings.Second, "bilstm", "bilstm", LstmSettings.PublishedName(variant), part);

    private static RecurrentVariant Both(int coefficients)
    {
        RecurrentVariant variant = LstmSettings.Regularised(
            LstmSettings.Variant(coefficients, 1, 60, 0.01, LstmSettings.Patient, 40)
        );
        return variant with { Network = variant.Network with { Bidirectional = true } };
    }

    private RecurrentTrial TrialOf(RecurrentVariant variant, ulong seed) => variant.On(Data[0], Split, seed);
}
