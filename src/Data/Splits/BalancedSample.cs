using Research.Numerics;

namespace Research.Data.Splits;

/// <summary>Some classes, of each as many random items; the others take no part. Another protocol splits what was drawn.</summary>
public sealed record BalancedSample : Protocol
{
    /// <summary>In the order in which they are drawn, which is also that of the class indices.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    public required int PerClass { get; init; }

    /// <summary>Name of the stream of random numbers.</summary>
    public required string Stream { get; init; }

    /// <summary>Splits the sample.</summary>
    public required Protocol Within { get; init; }

    public override IReadOnlyList<string> ClassesOf(SplitItems items) => Classes;

    /// <exception cref="ResearchException">A class has too few items.</exception>
    public override TrainValidationTest Of(SplitItems items, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(items);
        var rng = Rng.For(seed, Stream);
        int[] sample = [.. Classes.SelectMany(label => Drawn(items, label, rng)).Order()];
        return Within.Of(items.At(sample) with { Classes = Classes }, seed).Of(sample);
    }

    private IEnumerable<int> Drawn(SplitItems items, string label, Rng rng)
    {
        int[] own = items.Where(i => items.Labels[i] == label);
        rng.Shuffle(own.AsSpan());
        return own.Length >= PerClass
            ? own.Take(PerClass)
            : throw new ResearchException($"A sample of {PerClass} items a class: class '{label}' has {own.Length}.");
    }
}
