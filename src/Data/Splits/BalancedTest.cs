using Research.Numerics;

namespace Research.Data.Splits;

/// <summary>So many random items of each class are tested.</summary>
public sealed record BalancedTest : Protocol
{
    /// <summary>Test items of each class.</summary>
    public required int PerClass { get; init; }

    /// <summary>Name of the stream of random numbers.</summary>
    public required string Stream { get; init; }

    /// <summary>Drawn from the items that are not tested, or the tested ones.</summary>
    public required ValidationPart Validation { get; init; }

    /// <exception cref="ArgumentException">A class would have nothing left to train on.</exception>
    public override TrainValidationTest Of(SplitItems items, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(items);
        Split split = StratifiedSplit.WithTestPerClass(items.ClassIndices(), PerClass, Rng.For(seed, Stream));
        return Validation.Of(split, items, seed);
    }
}
