namespace Research.Data.Splits;

/// <summary>A random share of the items is tested.</summary>
public sealed record RandomSplit : Protocol
{
    public required Holdout Test { get; init; }

    /// <summary>Drawn from the items that are not tested.</summary>
    public required ValidationPart Validation { get; init; }

    public override TrainValidationTest Of(SplitItems items, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Validation.Of(Test.From([.. Enumerable.Range(0, items.Count)], items, seed), items, seed);
    }
}
