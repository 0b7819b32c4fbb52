using Research.Corpora;
using Research.Data;

namespace Research.Corpora.Tests;

public class ToneDigitsTests
{
    [Fact]
    public void The_same_seed_gives_the_same_bits_for_any_count_of_threads()
    {
        int before = Numerics.Work.Threads;
        try
        {
            Numerics.Work.Threads = 1;
            string one = Make(1).Digest;
            Numerics.Work.Threads = 4;
            Assert.Equal(one, Make(1).Digest);
            Assert.NotEqual(one, Make(2).Digest);
        }
        finally
        {
            Numerics.Work.Threads = before;
        }
    }

    // Pinned: the digest that every machine must give.
    [Fact]
    public void The_digest_is_the_pinned_one() =>
        Assert.StartsWith("sha256:0f6dbcebf62ae4fd01dd6571e3c446f42064c0ea0ff", Make(1).Digest, StringComparison.Ordinal);

    [Fact]
    public void Every_voice_says_every_digit_and_one_take_is_for_testing()
    {
        Dataset data = Make(1);
        Assert.True(data.Synthetic);
        Assert.Equal(2 * 3 * 4, data.Clips.Count);
        Assert.Equal(["3", "7"], data.Labels);
        Assert.Equal(2 * 3, data.Of(Part.Test).Length);
        Assert.All(data.Clips, clip => Assert.InRange(clip.Waveform.Samples.Max(Math.Abs), 0.01, 1.5));
    }

    private static Dataset Make(ulong seed) => ToneDigits.Make("test-tones", seed, 3, [3, 7], 4);
}
