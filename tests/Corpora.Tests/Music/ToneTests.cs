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

    [Fact]
    public void Key_69_is_440_hertz_and_an_octave_doubles()
    {
        Assert.Equal(440, Tone.Hertz(69), 1e-9);
        Assert.Equal(880, Tone.Hertz(81), 1e-9);
    }
}
