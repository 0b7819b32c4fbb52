namespace Research.Models.Classical;

/// <summary>A small multilayer perceptron on fixed vectors.</summary>
public sealed record MlpSettings
{
    /// <summary>Units of each hidden layer.</summary>
    public required IReadOnlyList<int> Hidden { get; init; }

    public required double LearningRate { get; init; }

    public required int BatchSize { get; init; }

    /// <summary>Weight of ½|W|² a batch, intercepts left out.</summary>
    public required double WeightDecay { get; init; }

    /// <summary>Epochs at most.</summary>
    public required int Epochs { get; init; }

    /// <summary>Training ends after this many epochs in a row …</summary>
    public required int Patience { get; init; }

    /// <summary>… whose loss is not below the best by this much.</summary>
    public required double Tolerance { get; init; }

    /// <summary>scikit-learn's defaults: Adam at 0.001, batches of 200, decay 1e-4, 200 epochs.</summary>
    public static MlpSettings ScikitLearn(IReadOnlyList<int> hidden) =>
        new()
        {
            Hidden = hidden,
            LearningRate = 0.001,
            BatchSize = 200,
            WeightDecay = 1e-4,
            Epochs = 200,
            Patience = 10,
            Tolerance = 1e-4,
        };
}
