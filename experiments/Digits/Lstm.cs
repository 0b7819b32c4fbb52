using Research.Features.Sampling;

namespace Research.Experiments.Digits;

/// <summary>Can an LSTM over MFCC frames recognise spoken digits, and what do regularisation and early stopping change?</summary>
/// <remarks>
/// <para>Follows: digits-1 and digits-2 step 14 (claims digits-1-038 to 040, digits-2-071 to 110 and 117). Packed batches, the last valid
/// output, a linear layer, cross-entropy, Adam; frames standardised on the training part.</para>
/// <para>Deviations: digits-1 names neither units nor learning rate (its 135 steps an epoch say batches of 16): 60 units and 0.001 are
/// ours. Dropout acts before the linear layer too, as one layer has nothing between layers. Early stopping looks at the validation loss.</para>
/// <para>Run: ./build.sh --target Digits.Lstm --profile paper.</para>
/// </remarks>
internal sealed record Lstm : Experiment, IStudyExperiment, IExportsModels, ITrainsOnOwnData
{
    public override string Question => "Can an LSTM over MFCC frames recognise spoken digits?";

    // Data
    public required Protocol Split { get; init; }

    // Features and models
    /// <summary>The five epochs of digits-1, plain and regularised.</summary>
    public required RecurrentVariant Plain { get; init; }

    public required RecurrentVariant Regularised { get; init; }

    /// <summary>The forty epochs whose training losses digits-2 prints.</summary>
    public required RecurrentVariant Printed { get; init; }

    /// <summary>The early-stopped run of digits-2.</summary>
    public required RecurrentVariant Stopped { get; init; }

    /// <summary>Further settings, tested and without published figures.</summary>
    public required IReadOnlyList<RecurrentVariant> Others { get; init; }

    /// <summary>One of them, whose network of the first seed can be used for prediction.</summary>
    public required RecurrentVariant Exported { get; init; }

    public static int Order => 11;

    public static Experiment In(Profile profile)
    {
        RecurrentVariant plain = Batches(LstmSettings.Variant(13, 1, 60, 0.001, null, 5), 16);
        RecurrentVariant stopped = LstmSettings.Variant(6, 1, 60, 0.0015, LstmSettings.Patient, 100);
        var paper = new Lstm
        {
            Data = [Datasets.Fsdd],
            Seeds = DigitSettings.FiveSeeds,
            Split = DigitSettings.Published,
            Plain = plain with { Remark = "plain, batch 16" },
            Regularised = LstmSettings.Regularised(plain) with { Remark = "batch 16" },
            Printed = LstmSettings.Variant(6, 1, 20, 0.05, null, 40),
            Stopped = LstmSettings.Regularised(stopped) with { Remark = "early stopping" },
            Others =
            [
                LstmSettings.Variant(6, 1, 60, 0.01, LstmSettings.Patient, 40),
                LstmSettings.Stopping,
                LstmSettings.Variant(13, 3, 60, 0.005, LstmSettings.Patient, 40),
            ],
            Exported = LstmSettings.Stopping,
        };
        RecurrentVariant shortened = LstmSettings.Shortened(paper.Stopped);
        return profile.Choose(
            paper,
            sample: paper.WithFirstSeed(),
            quick: paper with
            {
                Data = [Datasets.SyntheticDigits],
                Seeds = [1],
                Plain = LstmSettings.Shortened(paper.Plain),
                Regularised = LstmSettings.Shortened(paper.Regularised),
                Printed = LstmSettings.Shortened(paper.Printed),
                Stopped = shortened,
                Others = [],
                Exported = shortened,
            }
        );
    }

    public override Sample Sampled() => new("the first of five seeds", ["runs", "confusion", "epochs"]);

    public override IReadOnlyList<Trial> Trials =>
        [.. from variant in All from seed in Seeds select TrialOf(variant, seed), Background];

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies("Mean over the seeds with its 95 % interval; the published figure where there is one.", "test"),
            EpochsTable.Losses(),
            MatrixChart.Confusion("Which digit is taken for which, first seed.", "test"),
        ];

    public IReadOnlyList<ExportedModel> Models() =>
        [
            new(
                Data[0].Id,
                TrialOf(Exported, Seeds[0]),
                LstmRecognizer.KindName,
                new LstmRecognizerSettings(DigitFrontEnd.Telephone(Exported.Frames), Exported.Network)
            )
            {
                Background = Background,
            },
        ];

    public ExportedModel On(OwnData own) =>
        own.Exported(
            Exported.On(own.Reference, own.Split.Protocol, own.Split.Seed) with
            {
                KeepsModel = true,
            },
            LstmRecognizer.KindName,
            new LstmRecognizerSettings(new DigitFrontEnd(RateSettings.To(own.SampleRateHz), Exported.Frames), Exported.Network)
        );

    public ModelCard CardOf(ExportedModel model, OwnData own, TrialResult result) =>
        own.CardOf(Exported.Name, result, "Expects one word, cut to it, as the recordings of its training are.");

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        var trained = new VariantRuns<RecurrentVariant>(All, Seeds, variant => variant.Name, TrialOf);
        ClassRun[] runs = trained.Tabulate(
            inputs,
            (variant, part) => variant == Stopped && part == SubsetNames.Validation ? StoppedKey : null
        );
        Dataset data = inputs.Open(Data[0]);
        ModelCard card = DigitCards.Of(data, TrialOf(Exported, Seeds[0]), inputs).WithBackground(inputs.Of(Background));
        return new(
            [.. Accuracies.Of(runs), .. Printed40(inputs), .. After(inputs, runs[0].Predictions.Items.Count)],
            [
                RunsTable.Of(runs),
                ConfusionTable.Of([.. runs.Where(run => run.Seed == Seeds[0])]),
                EpochsTable.OfClassifiers(trained.Curves(inputs)),
                BestTwo.Compare(runs, SubsetNames.Validation, SubsetNames.Test),
            ]
        )
        {
            Files = new Dictionary<string, byte[]> { [ModelCards.File] = ModelCards.Write([(data.Id, card)]) },
        };
    }

    // The mean training loss of each epoch over the seeds.
    private IEnumerable<Figure> Printed40(TableInputs inputs)
    {
        double[][] losses = [.. CurvesOf(inputs, Printed).Select(curve => curve.Of(TrainingCurve.TrainLoss))];
        string published = FormattableString.Invariant(
            $"rnn_size {Printed.Network.Hidden}, layers {Printed.Network.Layers}, Adam lr {Printed.Training.Optimizer.LearningRate}"
        );
        for (int e = 0; e < losses.Min(run => run.Length); e++)
        {
            string epoch = FormattableString.Invariant($"epoch {e + 1}");
            yield return new Figure
            {
                Variant = Printed.Name,
                Split = "train",
                Metric = "loss",
                Class = epoch,
                Runs = [.. losses.Select(run => run[e])],
                IsShare = false,
                Answers = Key(DigitSettings.Second, "lstm", published, "train") with { Quantity = "loss", Class = epoch },
            };
        }
    }

    // What digits-1 prints of its five epochs.
    private IEnumerable<Figure> After(TableInputs inputs, int items)
    {
        if (Plain.Training.Epochs < 3)
        {
            yield break;
        }

        foreach (
            (RecurrentVariant variant, string name, int epoch) in new[]
            {
                (Plain, "plain", 2),
                (Plain, "plain", 3),
                (Regularised, "dropout + L2", 1),
            }
        )
        {
            string published = FormattableString.Invariant($"{name}, epoch {epoch} of {variant.Training.Epochs}");
            yield return new Figure
            {
                Variant = variant.Name,
                Split = SubsetNames.Validation,
                Metric = "accuracy",
                Class = FormattableString.Invariant($"after epoch {epoch}"),
                Runs = [.. CurvesOf(inputs, variant).Select(curve => curve.Of(TrainingCurve.ValidationAccuracy)[epoch - 1])],
                TestItems = items,
                Answers = Key(DigitSettings.First, "lstm", published, SubsetNames.Validation),
            };
        }
    }

    private IEnumerable<TrainingCurve> CurvesOf(TableInputs inputs, RecurrentVariant variant) =>
        Seeds.Select(seed => inputs.Of(TrialOf(variant, seed)).Curve!);

    private ClaimKey StoppedKey =>
        Key(DigitSettings.Second, "lstm-early-stopping", LstmSettings.PublishedName(Stopped), SubsetNames.Validation);

    private static ClaimKey Key(string document, string experiment, string variant, string part) =>
        FsddAccuracy.Key(document, experiment, "lstm", variant, part);

    private RecurrentVariant[] All => [Plain, Regularised, Printed, Stopped, .. Others];

    private RecurrentTrial TrialOf(RecurrentVariant variant, ulong seed) =>
        variant.On(Data[0], Split, seed) with
        {
            KeepsModel = variant == Exported && seed == Seeds[0],
        };

    private BackgroundTrial Background => DigitCards.Background(Data[0], Split, Seeds[0]);

    private static RecurrentVariant Batches(RecurrentVariant variant, int size) =>
        variant with
        {
            Training = variant.Training with { BatchSize = size },
        };
}
