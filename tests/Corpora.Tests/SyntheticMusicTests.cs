using Research.Corpora;
using Research.Data;
using Research.Numerics;

namespace Research.Corpora.Tests;

public class SyntheticMusicTests
{
    private static readonly Dataset Few = SyntheticMusic.Make("test", 1, 4, 3);

    [Fact]
    public void Ten_genres_have_that_many_pieces_of_that_length()
    {
        Assert.Equal(10, Few.Labels.Count);
        Assert.Equal(40, Few.Items.Count);
        Assert.All(Few.Items, item => Assert.Equal(3 * 22_050, item.Waveform.Samples.Length));
        Assert.All(Few.Items, item => Assert.InRange(item.Waveform.Samples.Max(Math.Abs), 0.01, 0.999));
    }

    [Fact]
    public void Beats_lie_a_beat_apart_and_bars_count_to_four()
    {
        foreach (Item item in Few.Items)
        {
            Mark[] beats = [.. item.Marks.Where(mark => mark.Label == "beat")];
            double period = 60 / item.Targets["tempo"];
            Assert.InRange(beats.Length, (int)(3 / period) - 1, (int)(3 / period) + 1);
            for (int i = 1; i < beats.Length; i++)
            {
                Assert.Equal(period, beats[i].StartSeconds - beats[i - 1].StartSeconds, 1e-9);
                Assert.Equal((beats[i - 1].Values["of bar"] % 4) + 1, beats[i].Values["of bar"]);
            }
        }
    }

    [Fact]
    public void Chords_follow_one_another_without_a_gap_over_the_whole_piece()
    {
        foreach (Item item in Few.Items)
        {
            Mark[] chords = [.. item.Marks.Where(mark => mark.Label.StartsWith("chord ", StringComparison.Ordinal))];
            Assert.Equal(0, chords[0].StartSeconds);
            Assert.Equal(3, chords[^1].EndSeconds, 1e-9);
            Assert.All(
                Enumerable.Range(1, chords.Length - 1),
                i => Assert.Equal(chords[i - 1].EndSeconds, chords[i].StartSeconds, 1e-9)
            );
        }
    }

    // A piece is a cut from the middle of one: whatever struck before the cut goes on sounding.
    [Fact]
    public void Every_piece_sounds_from_its_first_moments()
    {
        foreach (Item item in SyntheticMusic.Make("test", 5, 12, 2).Items)
        {
            double[] samples = item.Waveform.Samples;
            double whole = OrderedSum.Dot(samples, samples) / samples.Length;
            double first = OrderedSum.Dot(samples.AsSpan(0, 11_025), samples.AsSpan(0, 11_025)) / 11_025;
            Assert.True(first > 0.02 * whole, $"{item.Id}: {first / whole}");
        }
    }

    [Fact]
    public void Energy_drives_loudness()
    {
        Item[] byEnergy = [.. Few.Items.OrderBy(item => item.Targets["energy"])];
        Assert.True(Power(byEnergy[^10..]) > 3 * Power(byEnergy[..10]));
        Assert.All(
            Few.Items.SelectMany(item => item.Targets),
            trait => Assert.True(trait.Key == "tempo" || trait.Value is > 0 and < 1)
        );
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits() =>
        Assert.Equal(SyntheticMusic.Make("test", 3, 1, 1).Digest, SyntheticMusic.Make("test", 3, 1, 1).Digest);

    private static double Power(Item[] items) =>
        OrderedSum.Mean([
            .. items.Select(item => OrderedSum.Dot(item.Waveform.Samples, item.Waveform.Samples) / item.Waveform.Samples.Length),
        ]);
}
