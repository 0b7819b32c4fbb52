using Research.Numerics;

namespace Research.Data.Splits;

/// <summary>k splits whose test parts are disjoint, cover all and hold whole groups (a speaker, a song, a series): no group is on both sides.</summary>
internal static class GroupFolds
{
    /// <summary>Groups, the largest first and equal ones in random order, each to the fold with the fewest items so far: folds of nearly equal size.</summary>
    /// <exception cref="ResearchException">k is below 2 or above the count of groups.</exception>
    public static IReadOnlyList<Split> Of(IReadOnlyList<string> groups, int k, Rng rng)
    {
        string[] names = [.. groups.Distinct().Order(StringComparer.Ordinal)];
        if (k < 2 || k > names.Length)
        {
            throw new ResearchException(
                $"{k} folds of whole groups: {names.Length} groups can be cut into 2 to {names.Length} folds, so at least two groups are needed."
            );
        }

        Dictionary<string, int> sizes = groups.CountBy(group => group).ToDictionary();
        rng.Shuffle(names.AsSpan());
        var foldOf = new Dictionary<string, int>();
        var filled = new int[k];
        foreach (string name in names.OrderByDescending(name => sizes[name])) // stable
        {
            int smallest = Array.IndexOf(filled, filled.Min());
            foldOf[name] = smallest;
            filled[smallest] += sizes[name];
        }

        return
        [
            .. Enumerable
                .Range(0, k)
                .Select(fold =>
                    Split.FromTest(groups.Count, Enumerable.Range(0, groups.Count).Where(i => foldOf[groups[i]] == fold))
                ),
        ];
    }
}
