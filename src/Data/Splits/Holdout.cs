using Research.Numerics;

namespace Research.Data.Splits;

/// <summary>A random share of items, held out of the others.</summary>
public sealed record Holdout : ValidationPart
{
    /// <summary>Between 0 and 1.</summary>
    public required double Fraction { get; init; }

    public required Draw Draw { get; init; }

    /// <summary>Name of the stream of random numbers.</summary>
    public required string Stream { get; init; }

    /// <summary>A share of every class.</summary>
    public static Holdout Stratified(double fraction, string stream) =>
        new()
        {
            Fraction = fraction,
            Draw = Draw.Stratified,
            Stream = stream,
        };

    /// <summary>The items that stay, and those that are held out.</summary>
    /// <param name="pool">Indices of the items to draw from, ascending.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not between 0 and 1.</exception>
    /// <exception cref="ResearchException">Classes are needed and an item of the pool has none; or too few groups.</exception>
    public Split From(IReadOnlyList<int> pool, SplitItems items, ulong seed)
    {
        SplitItems own = items.At(pool);
        var rng = Rng.For(seed, Stream);
        Split split = Draw switch
        {
            Draw.Stratified => StratifiedSplit.Of(own.ClassIndices(), Fraction, rng),
            Draw.StratifiedByRest => StratifiedSplit.WithTrainPerClass(own.ClassIndices(), 1 - Fraction, rng),
            Draw.Groups => GroupSplit.Of(own.Groups, Fraction, rng),
            _ => PlainSplit.Of(own.Count, Fraction, rng),
        };
        return split.Of(pool);
    }

    internal override TrainValidationTest Of(Split split, SplitItems items, ulong seed)
    {
        Split inner = From(split.Train, items, seed);
        return new(inner.Train, inner.Test, split.Test);
    }
}
