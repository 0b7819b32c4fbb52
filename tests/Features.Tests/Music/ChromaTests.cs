using System.Text.Json;
using Research.Data;
using Research.Features.Music;
using Research.Features.Naming;
using Research.Features.Spectral;
using Research.Numerics;
using Research.Tests;

namespace Research.Features.Tests.Music;

// Oracle: librosa 0.10.2; the exact call stands inside the golden file.
public class ChromaTests
{
    private const double Tolerance = 1e-5;

    [Theory]
    [InlineData("0_jackson_0")]
    [InlineData("1_george_3")]
    [InlineData("3_lucas_7")]
    [InlineData("7_theo_2")]
    [InlineData("synthetic")]
    public void Chroma_with_and_without_tuning_are_librosas(string name)
    {
        Waveform wave = name == "synthetic" ? Signals.Synthetic(8000) : Signals.Fsdd(name);
        JsonElement expected = Golden.Json("chroma_stft_8k_2048_512.json").GetProperty("signals").GetProperty(name);
        ChromaSettings settings = Settings(8000);
        Golden.AssertClose(
            Signals.Transposed(expected.GetProperty("default")),
            Chroma.Of(wave, settings).Values,
            Tolerance,
            name
        );
        Matrix untuned = Chroma.Of(wave, settings with { Tuning = 0 });
        Golden.AssertClose(Signals.Transposed(expected.GetProperty("tuning0")), untuned.Values, Tolerance, name + " untuned");
        Matrix told = Chroma.Of(wave, settings with { Tuning = expected.Number("tuning") });
        Golden.AssertClose(Signals.Transposed(expected.GetProperty("default")), told.Values, Tolerance, name + " told");
    }

    // Oracle: the definitions in numpy, which give librosa's values on recordings (Golden/make_music.py).
    [Fact]
    public void Chroma_are_the_definitions_on_generated_utterances()
    {
        foreach (JsonElement item in Golden.Cases("music.json"))
        {
            Waveform wave = Utterances.Of(item.Text("utterance"));
            double[] expected = [.. item.GetProperty("chroma").Rows().SelectMany(row => row)];
            Golden.AssertClose(expected, Chroma.Of(wave, Settings(wave.SampleRateHz)).Values, Tolerance, item.Text("utterance"));
        }
    }

    [Theory]
    [InlineData(440, 9)]
    [InlineData(880, 9)]
    [InlineData(261.6256, 0)]
    [InlineData(739.9888, 6)]
    public void A_tone_is_in_its_pitch_class_whatever_the_octave(double hertz, int pitchClass)
    {
        Matrix chroma = Chroma.Of(Tone(hertz, 22_050), Settings(22_050));
        for (int t = 4; t < chroma.Rows - 4; t++)
        {
            Assert.Equal(1, chroma[t, pitchClass]);
            Assert.All(Enumerable.Range(2, 9), away => Assert.True(chroma[t, (pitchClass + away) % 12] < 0.2));
        }
    }

    [Fact]
    public void An_ensemble_a_third_of_a_semitone_sharp_sounds_as_one_in_tune()
    {
        ChromaSettings settings = Settings(22_050);
        Matrix inTune = Chroma.Of(Tone(440, 22_050), settings with { Tuning = 0 });
        Matrix sharp = Chroma.Of(Tone(440 * Math.Pow(2, 0.33 / 12), 22_050), settings);
        Assert.Equal(1, sharp[10, 9]);
        Assert.Equal(inTune[10, 10], sharp[10, 10], 0.05);
        Assert.Equal(inTune[10, 8], sharp[10, 8], 0.05);
    }

    [Fact]
    public void Loudness_changes_nothing()
    {
        Waveform wave = Signals.Synthetic(8000);
        var quiet = new Waveform([.. wave.Samples.Select(x => x / 64)], 8000);
        Assert.Equal(Chroma.Of(wave, Settings(8000)).Values.ToArray(), Chroma.Of(quiet, Settings(8000)).Values.ToArray());
    }

    [Fact]
    public void Silence_is_zero_throughout_and_one_sample_has_one_frame()
    {
        Assert.All(
            Chroma.Of(new Waveform(new double[4000], 8000), Settings(8000)).Values.ToArray(),
            value => Assert.Equal(0, value)
        );
        Assert.Equal(1, Chroma.Of(new Waveform([0.5], 8000), Settings(8000)).Rows);
    }

    [Fact]
    public void Computed_in_parts_a_frame_has_the_bits_of_the_whole()
    {
        Rng rng = Rng.For(1, "noise");
        var wave = new Waveform([.. Enumerable.Range(0, 300_000).Select(_ => 0.1 * rng.NextNormal())], 8000);
        ChromaSettings settings = Settings(8000) with { Tuning = 0.1 };
        Matrix whole = Chroma.Of(wave, settings); // three parts
        Matrix end = Chroma.Of(new Waveform(wave.Samples[(512 * 400)..], 8000), settings);
        Assert.Equal(whole.Row(410).ToArray(), end.Row(10).ToArray());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void A_sample_that_is_no_number_is_refused(double value)
    {
        var wave = new Waveform([.. new double[99], value, 0], 8000);
        ResearchException error = Assert.Throws<ResearchException>(() => Chroma.Of(wave, Settings(8000)));
        Assert.Contains("Sample 99", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused()
    {
        ChromaSettings settings = Settings(8000);
        StftSettings point = settings.Stft with { WindowSamples = 1, FftLength = 1 };
        ChromaSettings[] wrong =
        [
            settings with
            {
                Tuning = 0.6,
            },
            settings with
            {
                OctaveWidth = 0,
            },
            settings with
            {
                CentreOctave = double.NaN,
            },
            settings with
            {
                Stft = point,
            },
        ];
        Assert.All(wrong, each => Assert.Throws<SettingsException>(() => Chroma.Of(Signals.Synthetic(8000), each)));
    }

    private static ChromaSettings Settings(int rateHz) => ChromaSettings.Librosa(Pulses.FramingAt(rateHz));

    private static Waveform Tone(double hertz, int rateHz) =>
        new([.. Enumerable.Range(0, rateHz).Select(n => 0.5 * Math.Sin(2 * Math.PI * hertz * n / rateHz))], rateHz);
}
