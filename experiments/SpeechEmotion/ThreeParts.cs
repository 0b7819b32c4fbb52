using Research.Data;
using Research.Data.Splits;
using Research.Numerics;

namespace Research.Experiments.SpeechEmotion;

/// <summary>Clips to learn from, clips that say when to stop, clips to test on.</summary>
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

    /// <summary>Each speaker tested once; a share of the others' clips stops the training.</summary>
    public static IReadOnlyList<(string Speaker, ThreeParts Parts)> Speakers(Dataset data, double validation, ulong seed) =>
        [
            .. LeaveOneGroupOut
                .Of([.. data.Clips.Select(clip => clip.Speaker)])
                .Select(item => (item.Group, Within(item.Split, data.Classes(), validation, seed))),
        ];

    /// <summary>The training part divided again.</summary>
    public static ThreeParts Within(Split split, int[] classes, double validation, ulong seed)
    {
        int[] known = [.. split.Train.Select(i => classes[i])];
        Split inner = StratifiedSplit.Of(known, validation, Rng.For(seed, "emotion/validation")).Of(split.Train);
        return new(inner.Train, inner.Test, split.Test);
    }
}
