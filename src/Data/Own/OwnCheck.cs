using Research.Numerics;

namespace Research.Data.Own;

/// <summary>What is wrong with a user's labels, found before anything is stored.</summary>
public static class OwnCheck
{
    private const int Named = 5; // in a message

    /// <param name="items">What the labels say.</param>
    /// <param name="present">Files of the folder, below it, with '/'.</param>
    /// <param name="grouped">Whether the user named a column of groups.</param>
    /// <exception cref="ResearchException">The labels cannot be a dataset's; the message says which rows or files are meant and what to do.</exception>
    public static void Check(IReadOnlyList<OwnItem> items, IReadOnlyCollection<string> present, bool grouped)
    {
        Refuse(items.Where(item => item.Label.Length == 0).Select(item => item.File), "have no label", "Write one, or take the rows away.");
        Refuse(
            items.CountBy(item => item.Id, StringComparer.OrdinalIgnoreCase).Where(count => count.Value > 1).Select(count => count.Key),
            "are there twice",
            "Each recording has one row, and its name without the extension is its own."
        );
        Refuse(
            items.Select(item => item.File).Except(present, StringComparer.Ordinal),
            "are in the labels and not in the folder",
            "Paths are below the folder, with '/'; mind capitals."
        );
        Refuse(
            present.Except(items.Select(item => item.File), StringComparer.Ordinal),
            "are in the folder and not in the labels",
            "Give each a row, or take the files away."
        );
        Refuse(
            items.Where(item => grouped && item.Group.Length == 0).Select(item => item.File),
            "have no group",
            "Say of each who speaks, or leave --group out."
        );
        CheckCounts(items, grouped);
    }

    private static void CheckCounts(IReadOnlyList<OwnItem> items, bool grouped)
    {
        string[] labels = [.. items.Select(item => item.Label).Distinct(StringComparer.Ordinal)];
        if (labels.Length < 2)
        {
            throw new ResearchException(
                items.Count == 0
                    ? "The labels have no row, so there is nothing to learn."
                    : $"All {items.Count} recordings have the label '{labels[0]}'; at least two classes are needed to tell one from another."
            );
        }

        string[] groups = [.. items.Select(item => item.Group).Distinct(StringComparer.Ordinal)];
        if (grouped && groups.Length < 2)
        {
            throw new ResearchException(
                $"All {items.Count} recordings are of the group '{groups[0]}'; nobody can be left out. Leave --group out, or add recordings of others."
            );
        }
    }

    private static void Refuse(IEnumerable<string> found, string what, string advice)
    {
        string[] all = [.. found.Order(StringComparer.Ordinal)];
        if (all.Length > 0)
        {
            throw new ResearchException(
                $"{all.Length} recordings {what}: {string.Join(", ", all.Take(Named))}{(all.Length > Named ? ", …" : "")}. {advice}"
            );
        }
    }
}
