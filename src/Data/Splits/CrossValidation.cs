using Research.Numerics;

namespace Research.Data.Splits;

/// <summary>One fold of k: its items are tested. The folds of one seed are disjoint and cover all items.</summary>
public sealed record CrossValidation : Protocol
{
    /// <summary>How many folds there are.</summary>
    public required int Folds { get; init; }

    /// <summary>Which fold is tested, from 0.</summary>
    public required int Fold { get; init; }

    /// <summary>Whether every class is spread over the folds.</summary>
    public required bool Stratified { get; init; }

    /// <summary>Name of the stream of random numbers.</summary>
    public required string Stream { get; init; }

    /// <summary>Drawn from the items that are not tested.</summary>
    public required ValidationPart Validation { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">Too few items for so many folds.</exception>
    /// <exception cref="ResearchException">There is no such fold.</exception>
    public override TrainValidationTest Of(SplitItems items, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (Fold < 0 || Fold >= Folds)
        {
            throw new ResearchException($"Fold {Fold} of {Folds}: folds are numbered 0 to {Folds - 1}.");
        }

        var rng = Rng.For(seed, Stream);
        IReadOnlyList<Split> folds = Stratified
            ? KFold.Stratified(items.ClassIndices(), Folds, rng)
            : KFold.Of(items.Count, Folds, rng);
        return Validation.Of(folds[Fold], items, seed);
    }
}
