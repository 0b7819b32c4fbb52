using Research.Data;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Tests.Spectral;

public class DecibelPartsTests
{
    // Short spectra: 2¹⁴ frames a part, so that 33,000 frames are three.
    private static readonly MelSettings Mel = MelSettings.Librosa(8000, 16, 2) with { Bands = 3 };
    private static readonly Waveform Long = Swelling(66_000);

    [Theory]
    [InlineData(DecibelReference.One, null)]
    [InlineData(DecibelReference.One, 20.0)]
    [InlineData(DecibelReference.Maximum, null)]
    [InlineData(DecibelReference.Maximum, 20.0)]
    public void Parts_one_after_the_other_are_the_whole_wherever_the_loudest_frame_is(DecibelReference reference, double? range)
    {
        DecibelSettings settings = DecibelSettings.Librosa with { Reference = reference, RangeDecibels = range };
        foreach (Waveform wave in new[] { Long, Reversed(Long), Swelling(500) })
        {
            Matrix whole = Decibels.OfMel(wave, Mel, settings);
            (long First, FrameLanes Decibels)[] parts = [.. DecibelParts.Of(new MelParts(wave, Mel), settings)];
            Assert.Equal(wave.Samples.Length > 1000 ? 3 : 1, parts.Length);
            int next = 0;
            foreach ((long first, FrameLanes decibels) in parts)
            {
                Assert.Equal(next, first);
                Matrix rows = decibels.ToMatrix();
                for (int t = 0; t < rows.Rows; t++, next++)
                {
                    Assert.True(rows.Row(t).SequenceEqual(whole.Row(next)), $"Frame {next} differs.");
                }
            }

            Assert.Equal(whole.Rows, next);
        }
    }

    [Fact]
    public void The_mel_bands_alone_come_in_the_same_parts_with_their_times()
    {
        var parts = new MelParts(Long, Mel);
        Matrix whole = MelSpectrogram.Of(Long, Mel);
        Assert.Equal((whole.Rows, false), (parts.Frames, parts.IsOne));
        Assert.True(new MelParts(Swelling(500), Mel).IsOne);
        (long first, FrameLanes mel) = parts.All().Last();
        Matrix timed = parts.WithTimes(first, mel.ToMatrix());
        Assert.Equal(parts.Seconds(first), timed[0, 0]);
        Assert.Equal(first * 2 / 8000.0, timed[0, 0], 1e-12);
        Assert.Equal(whole.Row((int)first).ToArray(), timed.Row(0)[1..].ToArray());
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused_before_the_first_part() =>
        Assert.Throws<SettingsException>(() =>
            DecibelParts.Of(new MelParts(Long, Mel), DecibelSettings.Librosa with { SmallestPower = 0 })
        );

    // Quiet at first, loud at the end.
    private static Waveform Swelling(int samples)
    {
        var random = new Random(3);
        return new([.. Enumerable.Range(0, samples).Select(n => (double)n / samples * (random.NextDouble() - 0.5))], 8000);
    }

    private static Waveform Reversed(Waveform wave) => new([.. wave.Samples.AsEnumerable().Reverse()], wave.SampleRateHz);
}
