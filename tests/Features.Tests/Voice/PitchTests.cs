using System.Text.Json;
using Research.Data;
using Research.Features.Voice;
using Research.Numerics;
using Research.Tests;

namespace Research.Features.Tests.Voice;

// Oracle: Praat 6.3.07; the calls stand inside the golden files.
public class PitchTests
{
    [Theory]
    [InlineData("0_jackson_0")]
    [InlineData("1_george_3")]
    [InlineData("3_lucas_7")]
    [InlineData("7_theo_2")]
    public void Mean_pitch_is_Praats_on_recordings(string name)
    {
        JsonElement expected = Golden.Json("praat_pitch_formants.json").GetProperty("files").GetProperty(name);
        PitchTrack pitch = Pitch.Of(Signals.Fsdd(name), PitchSettings.Praat);
        Assert.Equal((int)expected.Number("pitch_frames"), pitch.Times.Count);
        Assert.Equal((int)expected.Number("voiced_frames"), pitch.VoicedFrames);
        Assert.Equal(expected.Number("mean_pitch_hz"), pitch.MeanHertz, 1e-3);
    }

    [Fact]
    public void Mean_pitch_is_Praats_on_the_synthetic_vowel()
    {
        JsonElement expected = Golden.Json("praat_pitch_formants.json").GetProperty("synthetic_vowel").GetProperty("result");
        PitchTrack pitch = Pitch.Of(SyntheticVowel.Make(), PitchSettings.Praat);
        Assert.Equal((int)expected.Number("voiced_frames"), pitch.VoicedFrames);
        Assert.Equal(expected.Number("mean_pitch_hz"), pitch.MeanHertz, 1e-3);
    }

    // Oracle: Boersma's method in numpy, which gives Praat's values on recordings, frame by frame (Golden/make_voice.py).
    [Fact]
    public void Every_frame_of_the_generated_utterances_is_the_methods()
    {
        foreach (JsonElement item in Golden.Cases("voice.json"))
        {
            string name = item.Text("utterance");
            PitchTrack pitch = Pitch.Of(Utterances.Of(name), PitchSettings.Praat);
            double[] times = [.. Enumerable.Range(0, pitch.Times.Count).Select(t => pitch.Times[t])];
            Golden.AssertClose(item.GetProperty("pitchTimes").Numbers(), times, 1e-9, $"{name}, time");
            Golden.AssertClose(item.GetProperty("hertz").OrZero(), Golden.OrZero(pitch.Hertz), 1e-4, $"{name}, hertz");
            Golden.AssertClose(item.GetProperty("strength").Numbers(), pitch.Strength, 1e-6, $"{name}, strength");
            Golden.AssertClose(item.GetProperty("intensity").Numbers(), pitch.Intensity, 1e-8, $"{name}, intensity");
        }
    }

    [Theory]
    [InlineData(80)]
    [InlineData(123.4)]
    [InlineData(333)]
    [InlineData(490)]
    public void A_sawtooth_has_its_own_pitch(double hertz)
    {
        PitchTrack pitch = Pitch.Of(Harmonics(hertz, 16000, 0.5), PitchSettings.Praat);
        Assert.All(pitch.Hertz, value => Assert.Equal(hertz, value, 0.002 * hertz));
    }

    [Fact]
    public void Silence_and_faint_noise_under_a_loud_voice_are_unvoiced()
    {
        Assert.Equal(0, Pitch.Of(new Waveform(new double[4000], 8000), PitchSettings.Praat).VoicedFrames);
        Waveform voice = Harmonics(120, 8000, 0.5);
        Rng rng = Rng.For(1, "noise");
        double[] noise = [.. Enumerable.Range(0, 4000).Select(_ => 0.001 * rng.NextNormal())];
        PitchTrack pitch = Pitch.Of(new Waveform([.. voice.Samples, .. noise], 8000), PitchSettings.Praat);
        Assert.All(
            Enumerable.Range(0, pitch.Times.Count).Where(t => pitch.Times[t] > 0.55),
            t => Assert.False(pitch.IsVoiced(t))
        );
    }

    [Fact]
    public void A_louder_signal_has_the_same_pitch_and_a_faster_one_a_higher()
    {
        Waveform voice = SyntheticVowel.Make();
        PitchTrack pitch = Pitch.Of(voice, PitchSettings.Praat);
        PitchTrack louder = Pitch.Of(new Waveform([.. voice.Samples.Select(x => 0.25 * x)], 8000), PitchSettings.Praat);
        Assert.Equal(pitch.Hertz, louder.Hertz); // a power of two changes no bit
        PitchTrack faster = Pitch.Of(voice with { SampleRateHz = 12000 }, PitchSettings.Praat);
        Assert.Equal(1.5 * pitch.MeanHertz, faster.MeanHertz, 0.1);
    }

    [Fact]
    public void Threads_do_not_show()
    {
        int before = ParallelLoop.Threads;
        try
        {
            ParallelLoop.Threads = 1;
            double[] one = Pitch.Of(SyntheticVowel.Make(), PitchSettings.Praat).Hertz;
            ParallelLoop.Threads = 4;
            Assert.Equal(one, Pitch.Of(SyntheticVowel.Make(), PitchSettings.Praat).Hertz);
        }
        finally
        {
            ParallelLoop.Threads = before;
        }
    }

    [Fact]
    public void A_signal_shorter_than_three_periods_is_refused()
    {
        var error = Assert.Throws<ResearchException>(() => Pitch.Of(new Waveform(new double[300], 8000), PitchSettings.Praat));
        Assert.Equal("The signal lasts 0.0375 s; pitch from 75 Hz needs 0.0400 s, three periods.", error.Message);
    }

    private static Waveform Harmonics(double hertz, int rate, double seconds)
    {
        var samples = new double[(int)(seconds * rate)];
        for (int n = 0; n < samples.Length; n++)
        {
            for (int h = 1; h * hertz < 0.45 * rate; h++)
            {
                samples[n] += 0.3 / h * PortableMath.Sin(6.283185307179586 * h * hertz * n / rate);
            }
        }

        return new Waveform(samples, rate);
    }
}
