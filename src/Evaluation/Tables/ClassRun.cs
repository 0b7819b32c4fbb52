using Research.Results.Claims;
using Research.Results.Metrics;
using Research.Results.Trials;

namespace Research.Evaluation.Tables;

/// <summary>What one model predicted for one part of the data, for one seed, as tables show it.</summary>
/// <param name="Variant">Model and settings in words.</param>
/// <param name="Split">Such as test or leave-one-speaker-out.</param>
/// <param name="Seed">Of the training.</param>
/// <param name="Predictions">True and predicted classes.</param>
public sealed record ClassRun(string Variant, string Split, ulong Seed, ClassPredictions Predictions)
{
    /// <summary>What a published accuracy that it answers is about; null where none can be.</summary>
    public ClaimKey? Answers { get; init; }

    public ConfusionMatrix Confusion => Predictions.Confusion;
}
