using Research.Data;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Tests.Spectral;

public class PowerPartsTests
{
    private const int AtMostFrames = 1 << 14; // in a part, with a transform as short as this
    private static readonly StftSettings Eight = new()
    {
        WindowSamples = 8,
        HopSamples = 1,
        FftLength = 8,
        Window = WindowShape.Hann,
        Padding = Padding.None,
    };

    [Theory]
    [InlineData(Padding.None, 1)]
    [InlineData(Padding.Zero, 1)]
    [InlineData(Padding.Reflection, 3)]
    [InlineData(Padding.Reflection, 8)]
    [InlineData(Padding.Zero, 9)]
    public void Parts_one_after_the_other_are_the_whole(Padding padding, int hop)
    {
        StftSettings settings = Eight with { Padding = padding, HopSamples = hop };
        Waveform wave = Noise((2 * AtMostFrames * hop) + 50);
        Matrix whole = PowerSpectrogram.Of(wave, settings);
        var parts = new PowerParts(wave, settings);
        long next = 0;
        foreach ((long first, FrameLanes power) in parts.All())
        {
            Assert.Equal(next, first);
            Matrix rows = power.ToMatrix();
            Assert.InRange(rows.Rows, 1, AtMostFrames);
            for (int t = 0; t < rows.Rows; t++)
            {
                Assert.True(rows.Row(t).SequenceEqual(whole.Row((int)first + t)), $"Frame {first + t} differs.");
            }

            next += rows.Rows;
        }

        Assert.Equal((whole.Rows, (long)whole.Rows), (next, parts.Frames));
        Assert.False(parts.IsOne);
    }

    [Theory]
    [InlineData(AtMostFrames, true)]
    [InlineData(AtMostFrames + 1, false)]
    public void A_part_is_the_whole_as_long_as_it_holds_all_frames(int frames, bool one)
    {
        var parts = new PowerParts(Noise(frames + 7), Eight);
        Assert.Equal((frames, one), (parts.Frames, parts.IsOne));
        Assert.Equal(one ? 1 : 2, parts.All().Count());
    }

    [Fact]
    public void Wider_spectra_have_fewer_frames_a_part()
    {
        StftSettings wide = Eight with { WindowSamples = 4096, FftLength = 4096 };
        FrameLanes first = new PowerParts(Noise(4600), wide).All().First().Power;
        Assert.Equal(124, first.Frames); // (1 << 18) / 2049, down to groups of four
    }

    [Fact]
    public void However_long_the_hop_what_lies_between_frames_is_not_read()
    {
        var recorder = new Recorder(samples: 10L << 30);
        var parts = new PowerParts(recorder, Eight with { HopSamples = 1 << 30 });
        Assert.Equal((10, 10), (parts.Frames, parts.All().Single().Power.Frames));
        Assert.Equal((8, 80), (recorder.MostRead, recorder.ReadInAll));
    }

    [Theory]
    [InlineData(Padding.None, 2, 0.625)] // (2·3 + 4) / 16
    [InlineData(Padding.Zero, 2, 0.375)]
    public void A_frame_has_the_time_of_its_middle(Padding padding, long frame, double expected)
    {
        var parts = new PowerParts(Noise(100), Eight with { Padding = padding, HopSamples = 3 });
        Assert.Equal(expected, parts.Seconds(frame));
    }

    [Fact]
    public void Rows_get_the_times_of_their_frames_before_them()
    {
        var parts = new PowerParts(Noise(100), Eight with { Padding = Padding.Zero, HopSamples = 4 });
        Matrix timed = parts.WithTimes(
            6,
            Matrix.OfRows([
                [10],
                [20],
            ])
        );
        Assert.Equal([1.5, 10, 1.75, 20], timed.Values.ToArray()); // 6·4/16, 7·4/16
    }

    [Fact]
    public void More_frames_than_can_be_computed_are_refused()
    {
        var e = Assert.Throws<ResearchException>(() => new PowerParts(new Recorder(1L << 33), Eight));
        Assert.Equal(
            "8589934585 frames of 5 values are more than 4294967296 numbers; use a longer hop, a shorter transform or a shorter file.",
            e.Message
        );
    }

    [Fact]
    public void Settings_that_contradict_each_other_are_refused() =>
        Assert.Throws<SettingsException>(() => new PowerParts(Noise(100), Eight with { WindowSamples = 9 }));

    private static Waveform Noise(int samples)
    {
        var random = new Random(5);
        return new Waveform([.. Enumerable.Range(0, samples).Select(_ => (2 * random.NextDouble()) - 1)], 16);
    }

    /// <summary>Silence that counts what is read of it.</summary>
    private sealed class Recorder(long samples) : ISamples
    {
        public int MostRead { get; private set; }

        public long ReadInAll { get; private set; }

        public int SampleRateHz => 16;

        public long Count => samples;

        public void Read(long start, Span<double> into)
        {
            MostRead = Math.Max(MostRead, into.Length);
            ReadInAll += into.Length;
            into.Clear();
        }
    }
}
