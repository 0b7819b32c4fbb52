using Research.Numerics;

namespace Research.Data.Splits;

/// <summary>The parts of another protocol with few items left in them: of each class so many to learn from, and as many as of every other class to test.</summary>
/// <remarks>What the other protocol keeps apart (songs, speakers) stays apart: items are only left out. Those that are left take no part.</remarks>
public sealed record FewOfEachClass : Protocol
{
    /// <summary>Says what is tested and what is not.</summary>
    public required Protocol Within { get; init; }

    /// <summary>Classes with the numbers of items to learn from, validation included; other classes take no part.</summary>
    public required IReadOnlyList<ClassSize> Learned { get; init; }

    /// <summary>Test items of each class.</summary>
    public required int TestPerClass { get; init; }

    /// <summary>Drawn from the items to learn from.</summary>
    public required ValidationPart Validation { get; init; }

    /// <summary>Name of the stream of random numbers.</summary>
    public required string Stream { get; init; }

    public override IReadOnlyList<string> ClassesOf(SplitItems items) => [.. Learned.Select(own => own.Class)];

    /// <exception cref="ResearchException">A class has too few items in a part.</exception>
    public override TrainValidationTest Of(SplitItems items, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(items);
        TrainValidationTest all = Within.Of(items, seed);
        var rng = Rng.For(seed, Stream);
        int[] learned =
        [
            .. Learned
                .SelectMany(own => Drawn(items, [.. all.Train.Concat(all.Validation).Order()], own, "to learn from", rng))
                .Order(),
        ];
        int[] tested =
        [
            .. Learned.SelectMany(own => Drawn(items, all.Test, own with { Items = TestPerClass }, "to test", rng)).Order(),
        ];
        return Validation.Of(new Split(learned, tested), items, seed);
    }

    private static IEnumerable<int> Drawn(SplitItems items, int[] part, ClassSize size, string use, Rng rng)
    {
        int[] own = [.. part.Where(i => items.Labels[i] == size.Class)];
        rng.Shuffle(own.AsSpan());
        return own.Length >= size.Items
            ? own.Take(size.Items)
            : throw new ResearchException(
                $"Class '{size.Class}' has {own.Length} items {use} where {size.Items} are asked for: ask for fewer."
            );
    }
}
