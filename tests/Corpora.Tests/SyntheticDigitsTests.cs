using Research.Corpora;
using Research.Data;
using Research.Features.Voice;
using Research.Numerics;

namespace Research.Corpora.Tests;

public class SyntheticDigitsTests
{
    private static readonly Dataset Few = SyntheticDigits.Make("test", 1, 8000, 3, [1, 3, 8], 4);

    [Fact]
    public void Every_speaker_says_every_digit_and_take_0_is_for_testing()
    {
        Assert.True(Few.Synthetic);
        Assert.Equal(3 * 3 * 4, Few.Items.Count);
        Assert.Equal(["1", "3", "8"], Few.Labels);
        Assert.Equal(3 * 3, Few.Of(Subset.Test).Length);
        Assert.Equal(["s01", "s02", "s03"], Few.Items.Select(item => item.Group).Distinct().Order());
        Assert.All(SyntheticDigits.Make("once", 1, 8000, 2, [1], 1).Items, item => Assert.Null(item.Subset));
    }

    [Fact]
    public void Samples_are_sixteen_bit_steps_that_use_the_range_and_never_leave_it()
    {
        foreach (double[] samples in Few.Items.Select(item => item.Waveform.Samples))
        {
            Assert.All(samples, sample => Assert.Equal(Math.Round(sample * 32768), sample * 32768));
            Assert.InRange(samples.Max(Math.Abs), 0.1, 1);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_for_any_count_of_threads_and_another_seed_others()
    {
        int before = ParallelLoop.Threads;
        try
        {
            ParallelLoop.Threads = 1;
            string one = Make(1);
            ParallelLoop.Threads = 4;
            Assert.Equal(one, Make(1));
            Assert.NotEqual(one, Make(2));
        }
        finally
        {
            ParallelLoop.Threads = before;
        }

        static string Make(ulong seed) => SyntheticDigits.Make("test", seed, 8000, 2, [4], 2).Digest;
    }

    // The truth is what the synthesiser did, so an estimator of its own kind must find it.
    [Fact]
    public void Praats_pitch_finds_the_true_pitch_of_the_vowels()
    {
        var errors = new List<double>();
        foreach (Item item in Few.Items)
        {
            PitchTrack pitch = Pitch.Of(item.Waveform, PitchSettings.Praat);
            foreach (Mark vowel in item.Marks)
            {
                double found = pitch.MeanOver(vowel.StartSeconds, vowel.EndSeconds);
                errors.Add(double.IsNaN(found) ? 1 : Math.Abs((found / vowel.Values["f0"]) - 1));
            }
        }

        Assert.InRange(errors.Order().ElementAt(errors.Count / 2), 0, 0.01);
        Assert.InRange(errors.Count(error => error > 0.1) / (double)errors.Count, 0, 0.1);
    }

    [Fact]
    public void Vowels_lie_inside_their_clips_in_order_with_rising_formants()
    {
        foreach (Item item in Few.Items)
        {
            Assert.NotEmpty(item.Marks);
            Assert.Equal(item.Marks.OrderBy(mark => mark.StartSeconds), item.Marks);
            Assert.All(
                item.Marks,
                mark =>
                {
                    Assert.InRange(mark.EndSeconds, mark.StartSeconds + 0.005, item.Waveform.DurationSeconds);
                    Assert.InRange(mark.Values["f0"], 60, 400);
                    Assert.True(mark.Values["F1"] < mark.Values["F2"] && mark.Values["F2"] < mark.Values["F3"]);
                }
            );
        }
    }

    [Fact]
    public void Three_has_the_vowel_of_three()
    {
        Mark[] threes = [.. Few.Items.Where(item => item.Label == "3").SelectMany(item => item.Marks)];
        Assert.All(threes, mark => Assert.Equal("IY", mark.Label));
        Assert.True(OrderedSum.Mean([.. threes.Select(mark => mark.Values["F2"] / mark.Values["F1"])]) > 3.5);
    }
}
