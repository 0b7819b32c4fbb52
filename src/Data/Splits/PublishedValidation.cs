using Research.Numerics;

namespace Research.Data.Splits;

/// <summary>The validation part that was published with the split.</summary>
public sealed record PublishedValidation : ValidationPart
{
    /// <exception cref="ResearchException">None was published, or the split is not the published one, so that the parts overlap.</exception>
    internal override TrainValidationTest Of(Split split, SplitItems items, ulong seed)
    {
        int[] validation = PublishedSplit.Having(items, Subset.Validation);
        bool apart = !validation.Intersect(split.Train.Concat(split.Test)).Any();
        return validation.Length > 0 && apart
            ? new(split.Train, validation, split.Test)
            : throw new ResearchException(
                apart
                    ? "No validation part was published: use a holdout, or no validation."
                    : "The published validation part goes with the published split only: use a holdout."
            );
    }
}
