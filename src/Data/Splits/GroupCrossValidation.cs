using Research.Numerics;

namespace Research.Data.Splits;

/// <summary>One fold of k that hold whole groups: its groups are tested. The folds of one seed are disjoint and cover all items.</summary>
public sealed record GroupCrossValidation : Protocol
{
    /// <summary>How many folds there are.</summary>
    public required int Folds { get; init; }

    /// <summary>Which fold is tested, from 0.</summary>
    public required int Fold { get; init; }

    /// <summary>Name of the stream of random numbers.</summary>
    public required string Stream { get; init; }

    /// <summary>Drawn from the items that are not tested.</summary>
    public required ValidationPart Validation { get; init; }

    /// <exception cref="ResearchException">There is no such fold, or there are fewer groups than folds.</exception>
    public override TrainValidationTest Of(SplitItems items, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Fold >= 0 && Fold < Folds
            ? Validation.Of(GroupFolds.Of(items.Groups, Folds, Rng.For(seed, Stream))[Fold], items, seed)
            : throw new ResearchException($"Fold {Fold} of {Folds}: folds are numbered 0 to {Folds - 1}.");
    }
}
