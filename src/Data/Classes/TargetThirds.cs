namespace Research.Data.Classes;

/// <summary>A target cut so that each class has a third of the items, as far as equal values allow.</summary>
/// <remarks>Of n values in ascending order v[0], …, the middle class begins with v[n/3], the highest with v[2n/3], indices rounded down; equal values are never parted.</remarks>
public sealed record TargetThirds : ClassRule
{
    public const string Low = "low";
    public const string Medium = "medium";
    public const string High = "high";

    public required string Target { get; init; }

    private protected override string?[] Rule(IReadOnlyList<Item> items)
    {
        double[] values = [.. items.Select(item => TargetOf(item, Target))];
        double[] sorted = [.. values.Order()];
        (double medium, double high) = (sorted[sorted.Length / 3], sorted[2 * sorted.Length / 3]);
        return
        [
            .. values.Select(value =>
                value >= high ? High
                : value >= medium ? Medium
                : Low
            ),
        ];
    }
}
