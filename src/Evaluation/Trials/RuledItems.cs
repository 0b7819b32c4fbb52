using Research.Data;
using Research.Data.Classes;

namespace Research.Evaluation.Trials;

/// <summary>Those items of a dataset that have a class by a rule.</summary>
/// <param name="Dataset">They alone, labelled by the rule.</param>
/// <param name="Places">Where each stands in the whole dataset, and so in its feature sets.</param>
internal sealed record RuledItems(Dataset Dataset, IReadOnlyList<int> Places)
{
    public IReadOnlyList<Item> Items => Dataset.Items;

    /// <param name="rule">Null for all items with the labels that they have.</param>
    public static RuledItems Of(Dataset data, ClassRule? rule)
    {
        if (rule is null)
        {
            return new(data, [.. Enumerable.Range(0, data.Items.Count)]);
        }

        string?[] classes = rule.Of(data.Items);
        return new(rule.Of(data), [.. Enumerable.Range(0, classes.Length).Where(i => classes[i] is not null)]);
    }
}
