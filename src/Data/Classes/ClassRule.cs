using Research.Numerics;

namespace Research.Data.Classes;

/// <summary>How items get classes from what was rated of them, as data: the same items are high, medium and low in energy, and sad or happy.</summary>
public abstract record ClassRule
{
    private const char SetEnd = '/';

    /// <summary>In words, as tables have it, such as "energy in thirds".</summary>
    public required string Name { get; init; }

    /// <summary>Only items of these sets have a class, each set ruled by itself; an item's set is what stands before the first '/' of its id. Empty for all items together.</summary>
    public required IReadOnlyList<string> Sets { get; init; }

    /// <summary>The class of each item, in their order; null for those that have none.</summary>
    /// <exception cref="ResearchException">An item lacks what the rule looks at; the message names it.</exception>
    public string?[] Of(IReadOnlyList<Item> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var classes = new string?[items.Count];
        IEnumerable<int> all = Enumerable.Range(0, items.Count);
        IEnumerable<int[]> parts =
            Sets.Count == 0
                ?
                [
                    [.. all],
                ]
                : Sets.Select(set => all.Where(i => IsOf(items[i], set)).ToArray());
        foreach (int[] part in parts.Where(part => part.Length > 0))
        {
            string?[] own = Rule([.. part.Select(i => items[i])]);
            for (int k = 0; k < part.Length; k++)
            {
                classes[part[k]] = own[k];
            }
        }

        return classes;
    }

    /// <summary>Those items of a dataset that have a class, and have it as their label.</summary>
    /// <exception cref="ResearchException">No item has one.</exception>
    public Dataset Of(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Item[] labelled =
        [
            .. data.Items.Zip(Of(data.Items), (item, label) => item with { Label = label }).Where(item => item.Label is not null),
        ];
        return labelled.Length > 0
            ? new Dataset(data.Id, data.Version, data.Digest, data.Synthetic, labelled) // its list of labels is made of its items
            : throw new ResearchException(
                $"Dataset '{data.Id}': no item has a class by the rule '{Name}'; look at its sets and targets."
            );
    }

    /// <summary>The classes of items of one set; at least one.</summary>
    private protected abstract string?[] Rule(IReadOnlyList<Item> items);

    private protected double TargetOf(Item item, string target) =>
        item.Targets.TryGetValue(target, out double value)
            ? value
            : throw new ResearchException(
                $"'{item.Id}' has no target '{target}', which the rule '{Name}' looks at; it has {(item.Targets.Count == 0 ? "none" : string.Join(", ", item.Targets.Keys))}."
            );

    private static bool IsOf(Item item, string set) =>
        item.Id.Length > set.Length && item.Id[set.Length] == SetEnd && item.Id.StartsWith(set, StringComparison.Ordinal);
}
