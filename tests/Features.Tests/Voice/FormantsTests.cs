using System.Text.Json;
using Research.Data;
using Research.Data.Audio;
using Research.Data.Audio.Wav;
using Research.Features.Voice;
using Research.Numerics;
using Research.Tests;

namespace Research.Features.Tests.Voice;

// Oracle: Praat 6.3.07; the calls stand inside the golden files.
public class FormantsTests
{
    [Theory]
    [InlineData("0_jackson_0")]
    [InlineData("1_george_3")]
    [InlineData("3_lucas_7")]
    [InlineData("7_theo_2")]
    public void Means_are_Praats_on_recordings(string name)
    {
        JsonElement expected = Golden.Json("praat_pitch_formants.json").GetProperty("files").GetProperty(name);
        Compare(expected, Signals.Fsdd(name), 4000, 1e-4);
    }

    [Theory]
    [InlineData("0_jackson_0_ceiling_5000", 5000)]
    [InlineData("0_jackson_0_ceiling_5500", 5500)]
    public void Means_are_Praats_where_the_ceiling_lies_above_the_band(string entry, double ceiling) =>
        Compare(Golden.Json("praat_pitch_formants.json").GetProperty(entry), Signals.Fsdd("0_jackson_0"), ceiling, 1e-3);

    [Fact]
    public void Means_are_Praats_on_the_synthetic_vowel()
    {
        JsonElement expected = Golden.Json("praat_pitch_formants.json").GetProperty("synthetic_vowel").GetProperty("result");
        Compare(expected, SyntheticVowel.Make(), 4000, 0.001);
    }

    // Oracle: Burg's method in numpy, which gives Praat's values on recordings, frame by frame (Golden/make_voice.py).
    [Fact]
    public void Every_third_frame_of_the_generated_utterances_is_the_methods()
    {
        foreach (JsonElement item in Golden.Cases("voice.json"))
        {
            string name = $"{item.Text("utterance")} up to {item.Number("ceiling")} Hz";
            FormantTrack formants = Generated(item);
            Assert.Equal(item.Number("formantFrames"), formants.Times.Count);
            int[] frames = [.. Enumerable.Range(0, (formants.Times.Count + 2) / 3).Select(i => 3 * i)];
            double[] times = [.. frames.Select(t => formants.Times[t])];
            Golden.AssertClose(item.GetProperty("formantTimes").Numbers(), times, 1e-9, $"{name}, time");
            for (int k = 1; k <= 4; k++)
            {
                double[] hertz = Golden.OrZero([.. frames.Select(t => formants.Hertz[k - 1][t])]);
                Golden.AssertClose(item.GetProperty($"F{k}").OrZero(), hertz, 1e-3, $"{name}, F{k}");
            }
        }
    }

    [Fact]
    public void Means_of_the_generated_utterances_are_the_methods()
    {
        foreach (JsonElement item in Golden.Cases("voice.json"))
        {
            FormantTrack formants = Generated(item);
            PitchTrack pitch = Pitch.Of(Utterances.Of(item.Text("utterance")), PitchSettings.Praat);
            double[] all = [.. Enumerable.Range(1, 3).Select(k => formants.MeanOver(k, 0, 2))];
            double[] voiced = [.. Enumerable.Range(1, 3).Select(k => formants.MeanWhereVoiced(k, pitch))];
            double[] interval = item.GetProperty("interval").Numbers();
            double[] inside = [.. Enumerable.Range(1, 3).Select(k => formants.MeanOver(k, interval[0], interval[1]))];
            Golden.AssertClose(item.GetProperty("intervalF").Numbers(), inside, 1e-3, $"{item.Text("utterance")}, interval");
            Assert.Equal(item.Number("intervalHertz"), pitch.MeanOver(interval[0], interval[1]), 1e-4);
            Golden.AssertClose(item.GetProperty("meanF").Numbers(), all, 1e-3, $"{item.Text("utterance")}, mean");
            Golden.AssertClose(item.GetProperty("voicedMeanF").Numbers(), voiced, 1e-3, $"{item.Text("utterance")}, voiced");
        }
    }

    // Praat's own values in the intervals at which both reports' vowels were found.
    [Fact]
    public void Vowels_of_the_course_recordings_are_Praats()
    {
        string folder = RealData.Folder("ntua-digits");
        foreach (JsonElement vowel in Golden.Json("vowel_intervals.json").EnumerateArray())
        {
            string file = $"onetwothree{vowel.GetProperty("speaker").GetInt32()}.wav";
            Waveform wave = WavReader.Read(Path.Combine(folder, file));
            (double from, double to) = (vowel.Number("t0"), vowel.Number("t1"));
            FormantTrack formants = Formants.Of(wave, FormantSettings.Praat(vowel.Number("ceiling")));
            Near(vowel.Number("mean_pitch"), Pitch.Of(wave, PitchSettings.Praat).MeanOver(from, to), 0.001, file);
            for (int k = 1; k <= 3; k++)
            {
                Near(vowel.Number($"F{k}"), formants.MeanOver(k, from, to), 0.001, $"{file} {from}-{to} F{k}");
            }
        }
    }

    [Fact]
    public void Resonators_are_found_where_they_are()
    {
        FormantTrack formants = Formants.Of(SyntheticVowel.Make(), FormantSettings.Praat(4000));
        Assert.InRange(formants.MeanOver(2, 0, 1), 1180, 1240);
        Assert.InRange(formants.MeanOver(3, 0, 1), 2560, 2640);
    }

    [Fact]
    public void Formants_of_a_frame_rise_and_silence_has_none()
    {
        FormantTrack formants = Formants.Of(SyntheticVowel.Make(), FormantSettings.Praat(4000));
        for (int t = 0; t < formants.Times.Count; t++)
        {
            double[] present = [.. formants.Hertz.Select(track => track[t]).Where(value => !double.IsNaN(value))];
            Assert.Equal(present.Order(), present);
        }

        FormantTrack silent = Formants.Of(new Waveform(new double[2000], 8000), FormantSettings.Praat(4000));
        Assert.All(silent.Hertz, track => Assert.All(track, value => Assert.True(double.IsNaN(value))));
    }

    [Fact]
    public void A_signal_shorter_than_the_window_is_one_frame_and_one_shorter_than_the_predictor_is_refused()
    {
        var stub = new Waveform([.. SyntheticVowel.Make().Samples[..300]], 8000);
        Assert.Equal(1, Formants.Of(stub, FormantSettings.Praat(4000)).Times.Count);
        var error = Assert.Throws<ResearchException>(() =>
            Formants.Of(new Waveform(new double[8], 8000), FormantSettings.Praat(4000))
        );
        Assert.Equal("The signal has 8 samples at 8000 Hz; 5 formants need at least 11.", error.Message);
    }

    [Fact]
    public void A_short_signal_is_one_frame_whatever_it_is_resampled_from()
    {
        double[] vowel = SyntheticVowel.Make().Samples;
        foreach (int samples in Enumerable.Range(120, 600))
        {
            Assert.Equal(1, Formants.Of(new Waveform(vowel[..samples], 16_000), FormantSettings.Praat(5500)).Times.Count);
        }
    }

    [Fact]
    public void A_click_in_silence_has_no_formant()
    {
        var click = new double[2000];
        click[1000] = 1;
        FormantTrack track = Formants.Of(new Waveform(click, 8000), FormantSettings.Praat(4000) with { PreEmphasisHz = 1e9 });
        Assert.All(track.Hertz, formant => Assert.All(formant, value => Assert.True(double.IsNaN(value))));
    }

    private static FormantTrack Generated(JsonElement item) =>
        Formants.Of(Utterances.Of(item.Text("utterance")), FormantSettings.Praat(item.Number("ceiling")));

    private static void Compare(JsonElement expected, Waveform wave, double ceiling, double tolerance)
    {
        FormantTrack formants = Formants.Of(wave, FormantSettings.Praat(ceiling));
        PitchTrack pitch = Pitch.Of(wave, PitchSettings.Praat);
        for (int k = 1; k <= 3; k++)
        {
            Near(expected.Number($"F{k}_all"), formants.MeanOver(k, 0, wave.DurationSeconds), tolerance, $"F{k}, all frames");
            Near(expected.Number($"F{k}_voiced"), formants.MeanWhereVoiced(k, pitch), tolerance, $"F{k}, voiced frames");
        }
    }

    private static void Near(double expected, double actual, double tolerance, string what) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * expected, $"{what}: {actual} where Praat has {expected}");
}
