using Research.Data;
using Research.Numerics;

namespace Research.Evaluation.Trials;

/// <summary>The real-valued targets of items, such as valence.</summary>
internal static class ItemTargets
{
    private const int Named = 5; // items in a message

    /// <summary>Those targets of all items.</summary>
    /// <param name="names">Of the targets, in the order that is wanted.</param>
    /// <returns>Shape [items, targets].</returns>
    /// <exception cref="ResearchException">No target is asked for, or items lack one; the message names those.</exception>
    public static Matrix Of(IReadOnlyList<Item> items, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            throw new ResearchException("Nothing to predict: a regression needs the name of a target or more.");
        }

        foreach (string name in names)
        {
            CheckAllHave(items, name);
        }

        return Matrix.OfRows([.. items.Select(item => names.Select(name => item.Targets[name]).ToArray())]);
    }

    private static void CheckAllHave(IReadOnlyList<Item> items, string name)
    {
        Item[] without = [.. items.Where(item => !item.Targets.ContainsKey(name))];
        if (without.Length > 0)
        {
            string known = string.Join(
                ", ",
                items.SelectMany(item => item.Targets.Keys).Distinct().Order(StringComparer.Ordinal)
            );
            throw new ResearchException(
                $"{without.Length} of {items.Count} items have no target '{name}': "
                    + $"{string.Join(", ", without.Take(Named).Select(item => item.Id))}{(without.Length > Named ? ", …" : "")}. "
                    + $"Leave them out, or predict another target; there are: {(known.Length > 0 ? known : "none")}."
            );
        }
    }
}
