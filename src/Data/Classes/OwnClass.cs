namespace Research.Data.Classes;

/// <summary>The class that the dataset says.</summary>
public sealed record OwnClass : ClassRule
{
    private protected override string?[] Rule(IReadOnlyList<Item> items) => [.. items.Select(item => item.Label)];
}
