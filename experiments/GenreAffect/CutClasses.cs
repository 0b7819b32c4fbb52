namespace Research.Experiments.GenreAffect;

/// <summary>Another split, of whose training part some classes keep only so many items, drawn at random; validation and test stay whole.</summary>
internal sealed record CutClasses : Protocol
{
    public required Protocol Whole { get; init; }

    /// <summary>Those that are cut; null for all.</summary>
    public required IReadOnlyList<string>? Classes { get; init; }

    /// <summary>Items that each of them keeps at most; at least 1.</summary>
    public required int Items { get; init; }

    /// <summary>Name of the stream of random numbers.</summary>
    public required string Stream { get; init; }

    /// <exception cref="ResearchException">There is no such class, none of its items would be left, or the other split cannot be made.</exception>
    public override TrainValidationTest Of(SplitItems items, ulong seed)
    {
        if (Items < 1)
        {
            throw new ResearchException(
                $"{Items} items of each class: at least 1 is needed; leave a class out of the data instead."
            );
        }

        string[] unknown = [.. (Classes ?? []).Except(items.Classes)];
        if (unknown.Length > 0)
        {
            throw new ResearchException(
                $"There is no class {string.Join(", ", unknown)} to cut; there are {string.Join(", ", items.Classes)}."
            );
        }

        TrainValidationTest whole = Whole.Of(items, seed);
        int[] drawn = [.. Rng.For(seed, Stream).Permutation(whole.Train.Length).Select(i => whole.Train[i])];
        int[] left = [.. drawn.GroupBy(i => items.Labels[i]).SelectMany(own => own.Take(CountOf(own.Key))).Order()];
        return new(left, whole.Validation, whole.Test);
    }

    private int CountOf(string? label) =>
        Classes is null || (label is not null && Classes.Contains(label)) ? Items : int.MaxValue;
}
