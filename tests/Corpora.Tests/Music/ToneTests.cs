using Research.Corpora.Music;
using Research.Data;
using Research.Features.Voice;
using Research.Numerics;

namespace Research.Corpora.Tests.Music;

public class ToneTests
{
    [Theory]
    [InlineData("Struck")]
    [InlineData("Bowed")]
    [InlineData("Plucked")]
    [InlineData("Saw")]
    [InlineData("Round")]
    public void Every_timbre_sounds_at_its_pitch_and_ends_in_time(string timbre)
    {
        var track = new double[22_050];
        Tone.Add(track, Enum.Parse<Timbre>(timbre), Tone.Hertz(57), 1000, 15_000, 0.5, 0.5, Rng.For(1, "tone"));
        Assert.All(track[..1000], sample => Assert.Equal(0, sample));
        Assert.All(track[16_000..], sample => Assert.Equal(0, sample));
        PitchTrack pitch = Pitch.Of(new Waveform(track[2000..12_000], 22_050), PitchSettings.Praat);
        double[] heard = [.. pitch.Hertz.Where(hertz => !double.IsNaN(hertz)).Order()];
        Assert.InRange(heard[heard.Length / 2], 218, 222); // A below middle C
    }

    [Theory]
    [InlineData(40)]
    [InlineData(57)]
    [InlineData(64)]
    [InlineData(76)]
    [InlineData(84)]
    [InlineData(88)]
    public void A_plucked_string_is_in_tune_within_five_cents(int key)
    {
        var track = new double[22_050];
        Tone.Add(track, Timbre.Plucked, Tone.Hertz(key), 0, 22_050, 0.5, 0.4, Rng.For(2, "tone"));
        PitchSettings wide = PitchSettings.Praat with { FloorHz = 60, CeilingHz = 1600 };
        PitchTrack pitch = Pitch.Of(new Waveform(track[500..8_000], 22_050), wide);
        double[] heard = [.. pitch.Hertz.Where(hertz => !double.IsNaN(hertz)).Order()];
        double cents = 1200 * Math.Log2(heard[heard.Length / 2] / Tone.Hertz(key));
        Assert.InRange(cents, -5, 5);
    }

    [Fact]
    public void Key_69_is_440_hertz_and_an_octave_doubles()
    {
        Assert.Equal(440, Tone.Hertz(69), 1e-9);
        Assert.Equal(880, Tone.Hertz(81), 1e-9);
    }
}
