namespace Research.Data.Splits;

/// <summary>Indices of items to train on and to test on, each ascending.</summary>
public sealed record Split(int[] Train, int[] Test)
{
    /// <summary>The same split of a subset: its members, by their place in the whole.</summary>
    public Split Of(IReadOnlyList<int> subset) => new([.. Train.Select(i => subset[i])], [.. Test.Select(i => subset[i])]);

    internal static Split FromTest(int count, IEnumerable<int> test)
    {
        var held = test.ToHashSet();
        return new([.. Enumerable.Range(0, count).Where(i => !held.Contains(i))], [.. held.Order()]);
    }
}
