using Research.Features.Spectral;
using Research.Models.Networks;
using Research.Models.Training;
using Research.Pipeline;

namespace Research.Experiments.Digits;

/// <summary>Settings of the study's neural experiments.</summary>
internal static class DigitsNetworks
{
    // digits-2: at most 100 epochs, patience 6, not before epoch 14, losses rounded to three decimals.
    private static readonly EarlyStopping Patient = new()
    {
        Patience = 6,
        FirstEpoch = 14,
        Decimals = 3,
    };

    /// <summary>The network that does best without much searching: one layer of 60 over 13 MFCC, stopped early.</summary>
    public static LstmVariant Stopping => Variant(13, 1, 60, 0.01, Patient, 40) with { Remark = "early stopping" };

    public static Mlp Mlp =>
        new()
        {
            Data = [Datasets.NtuaDigits],
            Seeds = [.. Enumerable.Range(1, 20).Select(seed => (ulong)seed)],
            TestFraction = 0.3,
            Frames = Frames.Reported(13) with { Padding = Padding.Reflection },
            Form = VectorForm.AcrossCoefficients,
            Networks = [Deep(2), Deep(5), Deep(20)],
            Training = Training(OptimizerSettings.Adam(0.001, 1e-4), 200, 200, null),
        };

    public static SineToCosine SineToCosine =>
        new()
        {
            Data = [],
            Seeds = [1, 2, 3, 4, 5],
            Sequences = 500,
            Points = 10,
            TestFraction = 0.3,
            ValidationFraction = 0.08,
            Variants =
            [
                Sine(RecurrentKind.Rnn, 8, 200) with
                {
                    EpochClaim = "digits-2-041",
                    ValidationClaim = "digits-2-042",
                    TestClaim = "digits-2-043",
                },
                Sine(RecurrentKind.Lstm, 4, 150) with
                {
                    EpochClaim = "digits-2-044",
                    ValidationClaim = "digits-2-045",
                    TestClaim = "digits-2-046",
                },
                Sine(RecurrentKind.Gru, 5, 150) with
                {
                    EpochClaim = "digits-2-047",
                    ValidationClaim = "digits-2-048",
                    TestClaim = "digits-2-049",
                },
                Sine(RecurrentKind.Gru, 1, 150) with
                {
                    PointByPoint = true,
                },
                Sine(RecurrentKind.Gru, 1, 150) with
                {
                    PointByPoint = true,
                    RandomPhase = false,
                },
                Bidirectional(Sine(RecurrentKind.Gru, 1, 150) with { PointByPoint = true }),
            ],
        };

    public static Lstm Lstm =>
        new()
        {
            Data = [Datasets.Fsdd],
            Seeds = [1, 2, 3, 4, 5],
            ValidationFraction = 0.2,
            Plain = Batches(Variant(13, 1, 60, 0.001, null, 5), 16) with { Remark = "plain, batch 16" },
            Regularised = Batches(Regularised(Variant(13, 1, 60, 0.001, null, 5)), 16) with { Remark = "batch 16" },
            Printed = Variant(6, 1, 20, 0.05, null, 40),
            Stopped = Regularised(Variant(6, 1, 60, 0.0015, Patient, 100)) with { Remark = "early stopping" },
            Others = [Variant(6, 1, 60, 0.01, Patient, 40), Stopping, Variant(13, 3, 60, 0.005, Patient, 40)],
        };

    public static LstmGrid LstmGrid =>
        new()
        {
            Data = [Datasets.Fsdd],
            Seeds = [1, 2],
            ValidationFraction = 0.2,
            Base = Variant(6, 1, 60, 0.003, Patient, 40),
            Hidden = [20, 40, 60],
            Layers = [1, 2, 3],
            Dropouts = [0, 0.1, 0.2, 0.3],
            Decays = [0, 1e-4, 2e-4],
            Kept = 4,
        };

    public static BiLstm BiLstm =>
        new()
        {
            Data = [Datasets.Fsdd],
            Seeds = [1, 2, 3, 4, 5],
            ValidationFraction = 0.2,
            Variants = [Both(13), Both(6)],
        };

    public static Packing Packing =>
        new()
        {
            Data = [Datasets.Fsdd],
            Seeds = [1],
            Frames = Frames.Course(6),
            Network = Network(1, 60),
            BatchSizes = [64, 512],
            Epochs = 5,
        };

    /// <summary>Steps 7 and 8, small and short.</summary>
    public static IReadOnlyList<Experiment> QuickFirst =>
        [
            Mlp with
            {
                Data = [Datasets.SyntheticCourse],
                Seeds = [1, 2],
                Networks = [Deep(2)],
                Training = Mlp.Training with { Epochs = 20 },
            },
            SineToCosine with
            {
                Seeds = [1],
                Sequences = 200,
                Variants = [.. SineToCosine.Variants.Select(variant => Unpublished(variant, epochs: 30))],
            },
        ];

    /// <summary>Step 14 on the embedded corpus, small and short.</summary>
    public static IReadOnlyList<Experiment> QuickRecurrent =>
        [
            Lstm with
            {
                Data = [Datasets.SyntheticDigits],
                Seeds = [1],
                Plain = Shortened(Lstm.Plain),
                Regularised = Shortened(Lstm.Regularised),
                Printed = Shortened(Lstm.Printed),
                Stopped = Shortened(Lstm.Stopped),
                Others = [],
            },
            LstmGrid with
            {
                Data = [Datasets.SyntheticDigits],
                Seeds = [1],
                Base = Shortened(LstmGrid.Base),
                Hidden = [8, 16],
                Layers = [1, 2],
                Dropouts = [0, 0.2],
                Decays = [0, 1e-4],
                Kept = 1,
            },
            BiLstm with
            {
                Data = [Datasets.SyntheticDigits],
                Seeds = [1, 2],
                Variants = [Shortened(Both(13))],
            },
            Packing with
            {
                Data = [Datasets.SyntheticDigits],
                BatchSizes = [32],
                Epochs = 2,
            },
        ];

    /// <summary>The same with few units and epochs.</summary>
    public static LstmVariant Shortened(LstmVariant variant) =>
        variant with
        {
            Network = variant.Network with { Hidden = 24 },
            Training = variant.Training with { Epochs = Math.Min(variant.Training.Epochs, 16) },
        };

    private static SineVariant Unpublished(SineVariant variant, int epochs) =>
        variant with
        {
            Training = variant.Training with { Epochs = epochs },
            EpochClaim = null,
            ValidationClaim = null,
            TestClaim = null,
        };

    private static LstmVariant Variant(
        int coefficients,
        int layers,
        int hidden,
        double rate,
        EarlyStopping? stopping,
        int epochs
    ) =>
        new()
        {
            Frames = Frames.Course(coefficients),
            Network = Network(layers, hidden),
            Training = Training(OptimizerSettings.Adam(rate), epochs, 64, stopping),
            Remark = "",
        };

    private static LstmVariant Batches(LstmVariant variant, int size) =>
        variant with
        {
            Training = variant.Training with { BatchSize = size },
        };

    // Dropout 0.3 and L2 0.0001: what digits-2 chose.
    private static LstmVariant Regularised(LstmVariant variant) =>
        variant with
        {
            Network = variant.Network with { Dropout = 0.3 },
            Training = variant.Training with { Optimizer = variant.Training.Optimizer with { WeightDecay = 1e-4 } },
        };

    private static LstmVariant Both(int coefficients)
    {
        LstmVariant variant = Regularised(Variant(coefficients, 1, 60, 0.01, Patient, 40));
        return variant with { Network = variant.Network with { Bidirectional = true } };
    }

    private static SineVariant Sine(RecurrentKind kind, int layers, int epochs) =>
        new()
        {
            Network = Network(layers, 10) with { Kind = kind },
            Training = Training(
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
            EpochClaim = null,
            ValidationClaim = null,
            TestClaim = null,
        };

    private static SineVariant Bidirectional(SineVariant variant) =>
        variant with
        {
            Network = variant.Network with { Bidirectional = true },
        };

    private static RecurrentSettings Network(int layers, int hidden) =>
        new()
        {
            Kind = RecurrentKind.Lstm,
            Hidden = hidden,
            Layers = layers,
            Bidirectional = false,
            Dropout = 0,
        };

    private static TrainingSettings Training(OptimizerSettings optimizer, int epochs, int batch, EarlyStopping? stopping) =>
        new()
        {
            Epochs = epochs,
            BatchSize = batch,
            Optimizer = optimizer,
            GradientNorm = null,
            Stopping = stopping,
        };

    private static int[] Deep(int layers) => [.. Enumerable.Repeat(20, layers)];
}
