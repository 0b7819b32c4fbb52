namespace Research.Data.Classes;

/// <summary>The name of the target that is highest; of equal ones the first.</summary>
public sealed record HighestTarget : ClassRule
{
    public required IReadOnlyList<string> Targets { get; init; }

    private protected override string?[] Rule(IReadOnlyList<Item> items) => [.. items.Select(HighestOf)];

    private string HighestOf(Item item)
    {
        double[] values = [.. Targets.Select(target => TargetOf(item, target))];
        return Targets[Array.IndexOf(values, values.Max())];
    }
}
