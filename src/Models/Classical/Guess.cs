using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>Looks at no row: the floor that any classifier must pass.</summary>
public sealed class Guess : IClassifier
{
    private readonly int[] _counts;
    private readonly ulong? _seed;

    private Guess(int[] counts, ulong? seed) => (_counts, _seed) = (counts, seed);

    /// <summary>Always the class that most training rows have; of equal ones the first.</summary>
    /// <exception cref="ResearchException">There is no training row.</exception>
    public static Guess Majority(int[] classes, int classCount) => new(Counts(classes, classCount), null);

    /// <summary>Draws each class as often as training rows have it; the same rows get the same draws.</summary>
    /// <exception cref="ResearchException">There is no training row.</exception>
    public static Guess Drawn(int[] classes, int classCount, ulong seed) => new(Counts(classes, classCount), seed);

    public int[] Predict(Matrix rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return _seed is { } seed ? Draws(rows.Rows, Rng.For(seed, "guess")) : Same(rows.Rows);
    }

    private int[] Same(int count) => [.. Enumerable.Repeat(Array.IndexOf(_counts, _counts.Max()), count)];

    private int[] Draws(int count, Rng rng)
    {
        var drawn = new int[count];
        int total = _counts.Sum();
        for (int i = 0; i < count; i++)
        {
            for (int left = rng.NextInt(total); left >= _counts[drawn[i]]; drawn[i]++)
            {
                left -= _counts[drawn[i]];
            }
        }

        return drawn;
    }

    private static int[] Counts(int[] classes, int classCount)
    {
        var counts = new int[classCount];
        foreach (int own in classes)
        {
            counts[own]++;
        }

        return classes.Length > 0
            ? counts
            : throw new ResearchException("A guess needs a training row or more to know the classes by.");
    }
}
