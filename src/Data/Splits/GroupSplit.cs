using Research.Numerics;

namespace Research.Data.Splits;

/// <summary>A random split that keeps each group (a speaker, a song, an artist) on one side.</summary>
public static class GroupSplit
{
    /// <summary>Groups in random order are tested, each whole, until ⌈fraction·n⌉ items are reached: so the test part may be larger by a group.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not between 0 and 1.</exception>
    /// <exception cref="ResearchException">The groups are so few or so large that nothing is left to train on.</exception>
    public static Split Of(IReadOnlyList<string> groups, double testFraction, Rng rng)
    {
        StratifiedSplit.CheckFraction(testFraction);
        string[] names = [.. groups.Distinct().Order(StringComparer.Ordinal)];
        rng.Shuffle(names.AsSpan());
        int wanted = (int)Math.Ceiling(testFraction * groups.Count);
        HashSet<string> tested = [];
        int count = 0;
        foreach (string name in names.TakeWhile(_ => count < wanted))
        {
            tested.Add(name);
            count += groups.Count(group => group == name);
        }

        return count < groups.Count
            ? Split.FromTest(groups.Count, Enumerable.Range(0, groups.Count).Where(i => tested.Contains(groups[i])))
            : throw new ResearchException(
                $"{names.Length} groups of {groups.Count} items cannot be split with {wanted} items held out: nothing is left. Use a smaller fraction."
            );
    }
}
