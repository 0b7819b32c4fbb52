using Research.Data;
using Research.Data.Splits;
using Research.Numerics;

namespace Research.Experiments.SpeechEmotion;

/// <summary>Clips to learn from, clips that say when to stop (none where nothing does), clips to test on.</summary>
internal sealed record ThreeParts(int[] Train, int[] Validation, int[] Test)
{
    /// <summary>The study's: so many test clips of each class, which also say when to stop. Optimistic: the test chooses the epoch.</summary>
    public static ThreeParts Published(int[] classes, int perClass, ulong seed)
    {
        Split split = StratifiedSplit.WithTestPerClass(classes, perClass, Rng.For(seed, "emotion/split"));
        return new(split.Train, split.Test, split.Test);
    }

    /// <summary>A share of the clips to test on, and a share of the others to stop by.</summary>
    public static ThreeParts Random(int[] classes, double test, double validation, ulong seed) =>
        Within(StratifiedSplit.Of(classes, test, Rng.For(seed, "emotion/split")), classes, validation, seed);

    /// <summary>Each speaker tested once; all clips of the others are learned from, and nothing says when to stop.</summary>
    public static IReadOnlyList<(string Speaker, ThreeParts Parts)> Speakers(Dataset data) =>
        [.. LeaveOneGroupOut.Of([.. data.Clips.Select(clip => clip.Speaker)]).Select(item => (item.Group, Whole(item.Split)))];

    /// <summary>The training part undivided.</summary>
    public static ThreeParts Whole(Split split) => new(split.Train, [], split.Test);

    // The training part divided again.
    private static ThreeParts Within(Split split, int[] classes, double validation, ulong seed)
    {
        int[] known = [.. split.Train.Select(i => classes[i])];
        Split inner = StratifiedSplit.Of(known, validation, Rng.For(seed, "emotion/validation")).Of(split.Train);
        return new(inner.Train, inner.Test, split.Test);
    }
}
