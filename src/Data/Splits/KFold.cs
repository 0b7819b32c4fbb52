using Research.Numerics;

namespace Research.Data.Splits;

/// <summary>k splits whose test parts are disjoint and cover all.</summary>
public static class KFold
{
    /// <summary>Folds of a random order; sizes differ by one at most.</summary>
    /// <exception cref="ArgumentOutOfRangeException">k is below 2 or above the count.</exception>
    public static IReadOnlyList<Split> Of(int count, int k, Rng rng)
    {
        Check(count, k);
        int[] order = rng.Permutation(count);
        return [.. Enumerable.Range(0, k).Select(fold => Split.FromTest(count, order.Where((_, i) => i % k == fold)))];
    }

    /// <summary>Folds in which every class is spread as evenly as it can be.</summary>
    /// <exception cref="ArgumentOutOfRangeException">k is below 2 or above the count.</exception>
    public static IReadOnlyList<Split> Stratified(IReadOnlyList<int> classes, int k, Rng rng)
    {
        Check(classes.Count, k);
        var order = new List<int>();
        foreach (int[] members in StratifiedSplit.Members(classes))
        {
            rng.Shuffle(members.AsSpan());
            order.AddRange(members); // class after class, so that dealing by turns spreads each
        }

        return [.. Enumerable.Range(0, k).Select(fold => Split.FromTest(classes.Count, order.Where((_, i) => i % k == fold)))];
    }

    private static void Check(int count, int k)
    {
        if (k < 2 || k > count)
        {
            throw new ArgumentOutOfRangeException(nameof(k), k, $"{count} items can be cut into 2 to {count} folds.");
        }
    }
}
