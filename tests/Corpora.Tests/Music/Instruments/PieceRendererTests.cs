using System.Diagnostics;
using Research.Corpora.Music.Instruments;
using Research.Data;
using Research.Data.Music;
using Research.Numerics;

namespace Research.Corpora.Tests.Music.Instruments;

public class PieceRendererTests
{
    private const int Rate = 22_050;

    private static readonly RenderSettings Settings = new()
    {
        SampleRateHz = Rate,
        LongestSeconds = 30,
        TailSeconds = 1,
    };

    [Theory]
    [InlineData(33)]
    [InlineData(57)]
    [InlineData(69)]
    [InlineData(93)]
    public void A_tone_has_the_pitch_of_its_key(int key)
    {
        double[] samples = Play([Tone(0, 1, key, 90)]).Samples;
        double hertz = 440 * Math.Pow(2, (key - 69) / 12.0);
        Assert.True(Power(samples, hertz) > 20 * Power(samples, hertz * Math.Pow(2, 1 / 12.0)));
        Assert.True(Power(samples, hertz) > 20 * Power(samples, hertz * Math.Pow(2, -1 / 12.0)));
    }

    [Fact]
    public void Upper_partials_lie_above_the_harmonics_by_the_strings_stiffness()
    {
        double[] samples = Play([Tone(0, 2, 60, 127)]).Samples;
        double harmonic = 5 * 440 * Math.Pow(2, -9 / 12.0);
        double stiff = harmonic * Math.Sqrt(1 + (25 * ((3.5e-4) + (1e-4 * Math.Pow(2, -20 / 14.0)))));
        Assert.True(Power(samples, stiff) > 5 * Power(samples, harmonic));
    }

    [Fact]
    public void A_harder_stroke_is_louder_and_brighter()
    {
        double[] soft = Play([Tone(0, 1, 60, 40)]).Samples;
        double[] hard = Play([Tone(0, 1, 60, 120)]).Samples;
        Assert.True(Energy(hard, 0, 1) > 10 * Energy(soft, 0, 1));
        Assert.True(Power(hard, 2093) / Power(hard, 261.63) > 2 * Power(soft, 2093) / Power(soft, 261.63));
    }

    [Fact]
    public void A_held_tone_fades_and_a_damped_one_ends()
    {
        double[] held = Play([Tone(0, 4, 60, 90)]).Samples;
        Assert.True(Energy(held, 0, 0.5) > 2 * Energy(held, 1.5, 2));
        Assert.True(Energy(held, 3.4, 3.9) > 0);
        double[] damped = Play([Tone(0, 0.5, 60, 90), Tone(4, 4.1, 108, 1)]).Samples;
        Assert.True(Energy(damped, 0.9, 1.1) < 1e-4 * Energy(damped, 0.3, 0.5));
        double[] top = Play([Tone(0, 0.1, 91, 90), Tone(1, 1.1, 60, 1)]).Samples; // has no damper
        Assert.True(Energy(top, 0.3, 0.4) > 0.005 * Energy(top, 0.1, 0.2));
    }

    [Fact]
    public void Low_tones_ring_longer_than_high_ones()
    {
        double[] low = Play([Tone(0, 3, 36, 90)]).Samples;
        double[] high = Play([Tone(0, 3, 88, 90)]).Samples;
        Assert.True(Energy(low, 2, 2.5) / Energy(low, 0, 0.5) > 5 * Energy(high, 2, 2.5) / Energy(high, 0, 0.5));
    }

    [Fact]
    public void A_rendering_is_as_long_as_the_settings_say()
    {
        var piece = new MidiPiece([Tone(0, 5, 60, 90)], 5, []);
        Assert.Equal(6 * Rate, PieceRenderer.Render(piece, Settings).Samples.Length);
        Assert.Equal(2 * Rate, PieceRenderer.Render(piece, Settings with { LongestSeconds = 2 }).Samples.Length);
        Assert.Equal(8000, PieceRenderer.Render(piece, Settings with { SampleRateHz = 8000 }).SampleRateHz);
        Assert.Contains(
            "1 to 134217728 can be rendered",
            Refused(piece, Settings with { LongestSeconds = 0 }),
            StringComparison.Ordinal
        );
        Assert.Contains("1 to 134217728", Refused(piece, Settings with { SampleRateHz = 0 }), StringComparison.Ordinal);
        Assert.Contains(
            "1 to 134217728",
            Refused(piece with { Seconds = 1e9 }, Settings with { LongestSeconds = 1e9 }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_shorter_rendering_is_the_beginning_of_a_longer_one()
    {
        Note[] notes = [Tone(0, 0.5, 60, 90), Tone(0.4, 2, 64, 70), new(1, 1, 38, 100, 0, true)];
        double[] whole = PieceRenderer.Render(notes, 3, Settings).Samples;
        double[] begun = PieceRenderer.Render(notes, 3, Settings with { LongestSeconds = 1.5 }).Samples;
        Assert.Equal(begun, whole[..begun.Length]);
    }

    [Theory]
    [InlineData(36)]
    [InlineData(38)]
    [InlineData(42)]
    [InlineData(46)]
    [InlineData(49)]
    [InlineData(51)]
    [InlineData(47)]
    [InlineData(99)]
    public void Every_drum_is_heard_at_once_and_dies_away(int key)
    {
        double[] samples = Play([new(0, 0, key, 100, 0, true), Tone(2.5, 2.6, 60, 1)]).Samples;
        Assert.All(samples, sample => Assert.InRange(sample, -1.2, 1.2));
        Assert.True(Energy(samples, 0, 0.05) > 0.01);
        Assert.True(Energy(samples, 0, 0.05) > 10 * Energy(samples, 2.3, 2.35));
    }

    [Fact]
    public void A_kick_is_low_and_a_hat_is_high()
    {
        double[] kick = Play([new(0, 0, 36, 100, 0, true)]).Samples;
        double[] hat = Play([new(0, 0, 42, 100, 0, true)]).Samples;
        Assert.True(ZeroCrossings(hat) > 10 * ZeroCrossings(kick));
    }

    // Pinned: another value is another instrument, and all that learned from it must be trained again.
    [Fact]
    public void The_samples_are_the_same_everywhere()
    {
        Waveform wave = PieceRenderer.Render(Busy(40), 4, Settings);
        var bytes = new byte[wave.Samples.Length * 8];
        Buffer.BlockCopy(wave.Samples, 0, bytes, 0, bytes.Length);
        Assert.Equal("cb0dc493", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..8]);
    }

    [Fact]
    public void Thirty_seconds_of_busy_music_take_a_small_part_of_that()
    {
        PieceRenderer.Render(Busy(20), 4, Settings);
        var clock = Stopwatch.StartNew();
        PieceRenderer.Render(Busy(300), 30, Settings);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5); // a tenth of a second with vector instructions; a busy machine is slow
    }

    // Ten notes a second, each held for half of one.
    private static Note[] Busy(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    i % 4 == 3
                        ? new Note(i / 10.0, i / 10.0, 36 + i % 16, 90, 0, true)
                        : Tone(i / 10.0, (i / 10.0) + 0.5, 40 + (i * 7 % 48), 30 + (i * 13 % 97))
                ),
        ];

    private static string Refused(MidiPiece piece, RenderSettings settings) =>
        Assert.Throws<ResearchException>(() => PieceRenderer.Render(piece, settings)).Message;

    private static Waveform Play(Note[] notes) => PieceRenderer.Render(notes, notes.Max(note => note.EndSeconds), Settings);

    private static Note Tone(double start, double end, int key, int velocity) => new(start, end, key, velocity, 0, false);

    private static double Energy(double[] samples, double from, double to) =>
        samples[(int)(from * Rate)..(int)(to * Rate)].Sum(sample => sample * sample);

    private static int ZeroCrossings(double[] samples) =>
        Enumerable.Range(1, Rate / 20).Count(n => samples[n - 1] < 0 != samples[n] < 0);

    // Of one frequency, under a Hann window.
    private static double Power(double[] samples, double hertz)
    {
        (double real, double imaginary) = (0, 0);
        for (int n = 0; n < samples.Length; n++)
        {
            double window = 1 - Math.Cos(2 * Math.PI * n / samples.Length);
            real += window * samples[n] * Math.Cos(2 * Math.PI * hertz * n / Rate);
            imaginary += window * samples[n] * Math.Sin(2 * Math.PI * hertz * n / Rate);
        }

        return (real * real) + (imaginary * imaginary);
    }
}
