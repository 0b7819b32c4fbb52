using Research.Data;
using Research.Data.Splits;
using Research.Results.Trials;

namespace Research.Evaluation.Recognition;

/// <summary>How a user's own recordings are parted: a fifth is tested, a fifth of the others fixes the certainty; each class by its share.</summary>
public static class OwnSplit
{
    private const double Share = 0.2;

    public static RandomSplit Drawn { get; } =
        new() { Test = Holdout.Stratified(Share, "own/test"), Validation = Holdout.Stratified(Share, "own/validation") };

    /// <summary>The card of a model that was trained with this split.</summary>
    public static ModelCard CardOf(Dataset data, string title, ulong seed, TrialResult result, string note) =>
        ModelCards.Of(data, title, Drawn.Of(SplitItems.Of(data), seed).Train, "random split, groups shared", result, note);
}
