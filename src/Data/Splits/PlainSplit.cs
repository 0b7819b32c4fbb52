using Research.Numerics;

namespace Research.Data.Splits;

/// <summary>A random split that looks at nothing: neither at classes nor at groups.</summary>
public static class PlainSplit
{
    /// <summary>⌈fraction·n⌉ test items.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not between 0 and 1.</exception>
    public static Split Of(int count, double testFraction, Rng rng)
    {
        StratifiedSplit.CheckFraction(testFraction);
        int[] order = rng.Permutation(count);
        return Split.FromTest(count, order.Take((int)Math.Ceiling(testFraction * count)));
    }
}
