using Research.Numerics;

namespace Research.Data.Classes;

/// <summary>A target cut at fixed values.</summary>
public sealed record TargetCut : ClassRule
{
    public required string Target { get; init; }

    /// <summary>Ascending.</summary>
    public required IReadOnlyList<Bound> Bounds { get; init; }

    /// <summary>From the lowest class on: one more than bounds.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    private protected override string?[] Rule(IReadOnlyList<Item> items) =>
        Classes.Count == Bounds.Count + 1
            ? [.. items.Select(item => ClassOf(TargetOf(item, Target)))]
            : throw new ResearchException(
                $"The rule '{Name}' has {Bounds.Count} bounds and {Classes.Count} classes: one class more than bounds is needed."
            );

    private string ClassOf(double value) => Classes[Bounds.Count(bound => bound.IsBelow(value))];
}

/// <summary>Where one class ends and the next begins.</summary>
/// <param name="Value">The bound.</param>
/// <param name="BelongsAbove">Whether the value itself belongs to the higher class.</param>
public sealed record Bound(double Value, bool BelongsAbove)
{
    internal bool IsBelow(double value) => value > Value || (BelongsAbove && value.Equals(Value));
}
