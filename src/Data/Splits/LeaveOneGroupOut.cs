namespace Research.Data.Splits;

/// <summary>One split a group (a speaker): its items are tested, all others trained on.</summary>
public static class LeaveOneGroupOut
{
    /// <summary>The splits, in ordinal order of the groups' names.</summary>
    /// <exception cref="ArgumentException">There is only one group.</exception>
    public static IReadOnlyList<(string Group, Split Split)> Of(IReadOnlyList<string> groups)
    {
        string[] names = [.. groups.Distinct().Order(StringComparer.Ordinal)];
        if (names.Length < 2)
        {
            throw new ArgumentException($"Leaving one group out needs two groups; there are {names.Length}.", nameof(groups));
        }

        return [.. names.Select(name => (name, Split.FromTest(groups.Count, IndicesOf(groups, name))))];
    }

    private static IEnumerable<int> IndicesOf(IReadOnlyList<string> groups, string name) =>
        Enumerable.Range(0, groups.Count).Where(i => groups[i] == name);
}
