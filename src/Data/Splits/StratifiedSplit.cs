using Research.Numerics;

namespace Research.Data.Splits;

/// <summary>A random split that keeps the proportions of the classes.</summary>
public static class StratifiedSplit
{
    /// <summary>⌈fraction·n⌉ test items, shared out by largest remainder (ties at random), as scikit-learn's train_test_split counts them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not between 0 and 1.</exception>
    public static Split Of(IReadOnlyList<int> classes, double testFraction, Rng rng)
    {
        CheckFraction(testFraction);
        int total = (int)Math.Ceiling(testFraction * classes.Count);
        int[][] members = Members(classes);
        int[] counts = ShareOut(members, total, rng);
        return Draw(classes.Count, members, counts, rng);
    }

    /// <summary>⌈fraction·n⌉ training items of every class, the rest tested: the count that the digits-2 report used.</summary>
    public static Split WithTrainPerClass(IReadOnlyList<int> classes, double trainFraction, Rng rng)
    {
        CheckFraction(trainFraction);
        int[][] members = Members(classes);
        int[] counts = [.. members.Select(of => of.Length - (int)Math.Ceiling(trainFraction * of.Length))];
        return Draw(classes.Count, members, counts, rng);
    }

    /// <summary>So many test items of every class, the rest trained on.</summary>
    /// <exception cref="ArgumentException">A class would have nothing left to train on.</exception>
    public static Split WithTestPerClass(IReadOnlyList<int> classes, int perClass, Rng rng)
    {
        int[][] members = Members(classes);
        int fewest = members.Min(of => of.Length);
        return perClass >= 1 && perClass < fewest
            ? Draw(classes.Count, members, [.. members.Select(_ => perClass)], rng)
            : throw new ArgumentException(
                $"{perClass} test items a class: 1 to {fewest - 1} can be had, as the smallest class has {fewest}.",
                nameof(perClass)
            );
    }

    internal static int[][] Members(IReadOnlyList<int> classes) =>
        [
            .. Enumerable
                .Range(0, classes.Count)
                .GroupBy(i => classes[i])
                .OrderBy(group => group.Key)
                .Select(group => group.ToArray()),
        ];

    private static int[] ShareOut(int[][] members, int total, Rng rng)
    {
        int all = members.Sum(of => of.Length);
        int[] counts = [.. members.Select(of => (int)((long)of.Length * total / all))];
        int[] order = rng.Permutation(members.Length);
        IEnumerable<int> byRemainder = order.OrderByDescending(c => (long)members[c].Length * total % all); // stable
        foreach (int c in byRemainder.Take(total - counts.Sum()))
        {
            counts[c]++;
        }

        return counts;
    }

    private static Split Draw(int count, int[][] members, int[] counts, Rng rng)
    {
        var test = new List<int>();
        for (int c = 0; c < members.Length; c++)
        {
            int[] shuffled = [.. members[c]];
            rng.Shuffle(shuffled.AsSpan());
            test.AddRange(shuffled.Take(counts[c]));
        }

        return Split.FromTest(count, test);
    }

    internal static void CheckFraction(double fraction)
    {
        if (!(fraction > 0 && fraction < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A split needs a fraction between 0 and 1.");
        }
    }
}
