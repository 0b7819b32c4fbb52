using Research.Numerics;

namespace Research.Data.Splits;

/// <summary>What a protocol may know of items: name, class, group, published part and corpus; never their content. One entry an item.</summary>
public sealed record SplitItems
{
    private const int Named = 5; // items in a message

    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Class of each; null where an item has none.</summary>
    public required IReadOnlyList<string?> Labels { get; init; }

    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Published part of each; null where it has none.</summary>
    public required IReadOnlyList<Subset?> Subsets { get; init; }

    /// <summary>Id of the dataset that each comes from.</summary>
    public required IReadOnlyList<string> Corpora { get; init; }

    /// <summary>The classes: a class index points into the list.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    public int Count => Names.Count;

    /// <summary>The items of datasets, one dataset after the other; classes in ordinal order.</summary>
    public static SplitItems Of(params IReadOnlyList<Dataset> datasets)
    {
        Item[] items = [.. datasets.SelectMany(data => data.Items)];
        return new()
        {
            Names = [.. items.Select(item => item.Id)],
            Labels = [.. items.Select(item => item.Label)],
            Groups = [.. items.Select(item => item.Group)],
            Subsets = [.. items.Select(item => item.Subset)],
            Corpora = [.. datasets.SelectMany(data => data.Items.Select(_ => data.Id))],
            Classes = [.. datasets.SelectMany(data => data.Labels).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>Those items, in that order, with the same classes.</summary>
    public SplitItems At(IReadOnlyList<int> indices) =>
        this with
        {
            Names = [.. indices.Select(i => Names[i])],
            Labels = [.. indices.Select(i => Labels[i])],
            Groups = [.. indices.Select(i => Groups[i])],
            Subsets = [.. indices.Select(i => Subsets[i])],
            Corpora = [.. indices.Select(i => Corpora[i])],
        };

    /// <summary>Class index of each item.</summary>
    /// <exception cref="ResearchException">An item has no class, or one that is not among them; the message names those.</exception>
    public int[] ClassIndices()
    {
        var places = Classes.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i);
        int[] without = Where(i => Labels[i] is not { } label || !places.ContainsKey(label));
        return without.Length == 0
            ? [.. Labels.Select(label => places[label!])]
            : throw new ResearchException(
                $"{without.Length} of {Count} items have none of the classes {string.Join(", ", Classes)}: "
                    + $"{string.Join(", ", without.Take(Named).Select(i => Names[i]))}{(without.Length > Named ? ", …" : "")}. "
                    + "Draw at random or by groups instead of by class."
            );
    }

    internal int[] Where(Func<int, bool> condition) => [.. Enumerable.Range(0, Count).Where(condition)];
}
