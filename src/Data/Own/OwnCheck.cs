using Research.Numerics;

namespace Research.Data.Own;

/// <summary>What is wrong with a user's labels, found before anything is stored.</summary>
public static class OwnCheck
{
    private const int Named = 5; // in a message

    /// <param name="items">What the labels say.</param>
    /// <param name="present">What is there, as the labels name it.</param>
    /// <param name="things">What the items are, in the plural, such as recordings.</param>
    /// <param name="grouped">Whether the user named a column of groups.</param>
    /// <exception cref="ResearchException">The labels cannot be a dataset's; the message says which items are meant and what to do.</exception>
    public static void Check(IReadOnlyList<OwnItem> items, IReadOnlyCollection<string> present, string things, bool grouped)
    {
        Refuse(Without(items.Where(HasClass), item => item.Label), "Without a label", "Write one, or take the rows away.");
        Refuse(
            items
                .CountBy(item => item.Id, StringComparer.OrdinalIgnoreCase)
                .Where(count => count.Value > 1)
                .Select(count => count.Key),
            "More than once in the labels",
            "Each item has one row; of files the name without its extension tells them apart, and capitals do not."
        );
        Refuse(
            items.Select(item => item.File).Except(present, StringComparer.Ordinal),
            $"In the labels, but not among the {things}",
            "Names are exact: paths below the folder with '/', capitals too."
        );
        Refuse(
            present.Except(items.Select(item => item.File), StringComparer.Ordinal),
            $"Among the {things}, but not in the labels",
            "Give each a row, or take them away."
        );
        Refuse(
            grouped ? Without(items, item => item.Group) : [],
            "Without a group",
            "Say of each who it is, or leave --group out."
        );
        CheckCounts(items, things, grouped);
        CheckParts(items);
    }

    private static bool HasClass(OwnItem item) => item.Targets.Count == 0;

    private static IEnumerable<string> Without(IEnumerable<OwnItem> items, Func<OwnItem, string> said) =>
        items.Where(item => said(item).Length == 0).Select(item => item.File);

    private static void CheckCounts(IReadOnlyList<OwnItem> items, string things, bool grouped)
    {
        string[] labels = [.. items.Select(item => item.Label).Distinct(StringComparer.Ordinal)];
        if (items.Count == 0 || (labels.Length < 2 && HasClass(items[0])))
        {
            throw new ResearchException(
                items.Count == 0
                    ? "The labels have no row, so there is nothing to learn."
                    : $"All {items.Count} {things} have the label '{labels[0]}'; at least two classes are needed to tell one from another."
            );
        }

        string[] groups = [.. items.Select(item => item.Group).Distinct(StringComparer.Ordinal)];
        if (grouped && groups.Length < 2)
        {
            throw new ResearchException(
                $"All {items.Count} {things} are of the group '{groups[0]}', so no group can be left out. Leave --group out, or add {things} of others."
            );
        }
    }

    private static void CheckParts(IReadOnlyList<OwnItem> items)
    {
        OwnItem[] parted = [.. items.Where(item => item.Subset is not null)];
        if (parted.Length == 0)
        {
            return;
        }

        Refuse(
            items.Except(parted).Select(item => item.File),
            "Without a part, where others have one",
            "Say of each: train, validation or test."
        );
        Subset[] parts = [.. parted.Select(item => item.Subset!.Value).Distinct()];
        if (!parts.Contains(Subset.Train) || !parts.Contains(Subset.Test))
        {
            throw new ResearchException("The labels' parts must have train and test; validation may be left out.");
        }
    }

    private static void Refuse(IEnumerable<string> found, string what, string advice)
    {
        string[] all = [.. found.Order(StringComparer.Ordinal)];
        if (all.Length > 0)
        {
            string names = string.Join(", ", all.Take(Named)) + (all.Length > Named ? $", … ({all.Length})" : "");
            throw new ResearchException($"{what}: {names}. {advice}");
        }
    }
}
