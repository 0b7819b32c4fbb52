namespace Research.Experiments.Digits;

/// <summary>Networks and trainings that several of the study's recurrent experiments share.</summary>
internal static class LstmSettings
{
    /// <summary>digits-2: at most 100 epochs, patience 6, not before epoch 14, losses rounded to three decimals.</summary>
    public static EarlyStopping Patient { get; } =
        new()
        {
            Patience = 6,
            FirstEpoch = 14,
            Decimals = 3,
        };

    /// <summary>The network that does best without much searching: one layer of 60 over 13 MFCC, stopped early.</summary>
    public static RecurrentVariant Stopping => Variant(13, 1, 60, 0.01, Patient, 40) with { Remark = "early stopping" };

    public static RecurrentVariant Variant(
        int coefficients,
        int layers,
        int hidden,
        double rate,
        EarlyStopping? stopping,
        int epochs
    ) =>
        new()
        {
            Frames = MfccFrames.Course(coefficients),
            Network = Network(layers, hidden),
            Training = Training(OptimizerSettings.Adam(rate), epochs, 64, stopping),
            Remark = "",
        };

    /// <summary>Dropout 0.3 and L2 0.0001: what digits-2 chose.</summary>
    public static RecurrentVariant Regularised(RecurrentVariant variant) =>
        variant with
        {
            Network = variant.Network with { Dropout = 0.3 },
            Training = variant.Training with { Optimizer = variant.Training.Optimizer with { WeightDecay = 1e-4 } },
        };

    /// <summary>The same with few units and epochs.</summary>
    public static RecurrentVariant Shortened(RecurrentVariant variant) =>
        variant with
        {
            Network = variant.Network with { Hidden = 24 },
            Training = variant.Training with { Epochs = Math.Min(variant.Training.Epochs, 16) },
        };

    public static RecurrentSettings Network(int layers, int hidden) =>
        new()
        {
            Kind = RecurrentKind.Lstm,
            Hidden = hidden,
            Layers = layers,
            Bidirectional = false,
            Dropout = 0,
        };

    public static TrainingSettings Training(OptimizerSettings optimizer, int epochs, int batch, EarlyStopping? stopping) =>
        new()
        {
            Epochs = epochs,
            BatchSize = batch,
            Optimizer = optimizer,
            GradientNorm = null,
            Stopping = stopping,
        };

    /// <summary>A regularised network's settings in the words of digits-2.</summary>
    public static string PublishedName(RecurrentVariant variant) =>
        FormattableString.Invariant(
            $"rnn_size {variant.Network.Hidden}, layers {variant.Network.Layers}, dropout {variant.Network.Dropout}, L2 {variant.Training.Optimizer.WeightDecay:0.####}"
        );
}
