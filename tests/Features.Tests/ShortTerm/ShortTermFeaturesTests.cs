using System.Text.Json;
using Research.Data;
using Research.Data.Audio;
using Research.Data.Audio.Wav;
using Research.Features.ShortTerm;
using Research.Numerics;
using Research.Tests;

namespace Research.Features.Tests.ShortTerm;

// Oracle: pyAudioAnalysis at ae00ebd; the exact calls stand inside the golden files, which print nine digits.
public class ShortTermFeaturesTests
{
    private const double Tolerance = 1e-6;

    [Theory]
    [InlineData("0_jackson_0", "step200", 0.025)]
    [InlineData("0_jackson_0", "step400", 0.050)]
    [InlineData("1_george_3", "step200", 0.025)]
    [InlineData("1_george_3", "step400", 0.050)]
    public void The_published_form_is_pyAudioAnalysis(string name, string group, double step)
    {
        JsonElement expected = Golden.Json("pyaudioanalysis_34.json").GetProperty("signals").GetProperty(name).GetProperty(group);
        Matrix features = ShortTermFeatures.Of(Signals.Fsdd(name), Settings(step, ShortTermForm.AsPublished));
        Near(Signals.Transposed(expected.GetProperty("short")), features.Values.ToArray(), "short");
        double[] whole = MidTerm.Whole(features);
        Near(expected.GetProperty("whole_mean").Numbers(), whole[..34], "mean");
        Near(expected.GetProperty("whole_std").Numbers(), whole[34..], "std");
        Matrix both = ShortTermFeatures.WithChanges(features);
        if (expected.GetProperty("delta").ValueKind == JsonValueKind.Array)
        {
            double[] deltas = [.. Enumerable.Range(0, both.Rows).SelectMany(t => both.Row(t)[34..].ToArray())];
            Near(Signals.Transposed(expected.GetProperty("delta")), deltas, "delta");
        }

        Matrix mid = MidTerm.Of(both, Settings(step, ShortTermForm.AsPublished), 1);
        Near(Signals.Transposed(expected.GetProperty("mid")), mid.Values.ToArray(), "mid");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_recording_of_emo_db_has_pyAudioAnalysis_136_values(int index)
    {
        JsonElement golden = Golden.Json("golden_py136_emodb.json");
        string name = golden.GetProperty("names")[index].GetString()!;
        Waveform wave = WavReader.Read(Path.Combine(RealData.Folder("emodb-4"), "wav", name + ".wav"));
        Matrix both = ShortTermFeatures.WithChanges(ShortTermFeatures.Of(wave, Settings(0.025, ShortTermForm.AsPublished)));
        Near(
            golden.GetProperty("mid136_a")[index].Numbers(),
            MidTerm.Average(MidTerm.Of(both, Settings(0.025, ShortTermForm.AsPublished), 1)),
            "mid"
        );
        Near(golden.GetProperty("whole136_w")[index].Numbers(), MidTerm.Whole(both), "whole");
    }

    // Oracle: the definitions in numpy, which give pyAudioAnalysis's values on recordings (Golden/make_short_term.py).
    [Fact]
    public void The_published_form_is_the_definitions_on_generated_utterances()
    {
        foreach (JsonElement item in Golden.Cases("short_term.json"))
        {
            string name = item.Text("utterance");
            ShortTermSettings settings = Settings(item.Number("stepSeconds"), ShortTermForm.AsPublished);
            Matrix features = ShortTermFeatures.Of(Utterances.Of(name), settings);
            Matrix both = ShortTermFeatures.WithChanges(features);
            Near(Flat(item.GetProperty("short")), features.Values.ToArray(), $"{name}, short");
            Near(Flat(item.GetProperty("mid")), MidTerm.Of(both, settings, 1).Values.ToArray(), $"{name}, mid");
            Near(item.GetProperty("whole").Numbers(), MidTerm.Whole(both), $"{name}, whole");
        }
    }

    [Fact]
    public void There_is_a_name_for_every_feature() => Assert.Equal(ShortTermFeatures.Count, ShortTermFeatures.Names.Count);

    [Fact]
    public void The_corrected_form_finds_a_tone_where_it_is()
    {
        // 880 Hz is the A of the fifth octave above 27.5 Hz; its pitch class is the first.
        double[] tone = [.. Enumerable.Range(0, 16_000).Select(n => Math.Sin(2 * Math.PI * 880 * n / 16_000.0))];
        Matrix features = ShortTermFeatures.Of(new Waveform(tone, 16_000), Settings(0.025, ShortTermForm.Corrected));
        Assert.Equal(880 / 8000.0, features[3, 3], 0.01);
        Assert.Equal(8, Enumerable.Range(0, 34).MaxBy(k => k is >= 21 and < 33 ? features[3, k] : -1) - 13); // chroma_1
    }

    [Fact]
    public void Silence_is_finite_everywhere()
    {
        foreach (ShortTermForm form in Enum.GetValues<ShortTermForm>())
        {
            Matrix features = ShortTermFeatures.Of(new Waveform(new double[8000], 8000), Settings(0.025, form));
            Assert.All(features.Values.ToArray(), value => Assert.True(double.IsFinite(value)));
        }
    }

    [Fact]
    public void A_signal_shorter_than_a_frame_is_refused() =>
        Assert.Throws<ResearchException>(() =>
            ShortTermFeatures.Of(new Waveform(new double[100], 8000), Settings(0.025, ShortTermForm.Corrected))
        );

    [Fact]
    public void Frames_too_short_for_ten_blocks_are_refused() =>
        Assert.Throws<ResearchException>(() =>
            ShortTermFeatures.Of(
                new Waveform(new double[8000], 8000),
                Settings(0.025, ShortTermForm.Corrected) with
                {
                    WindowSeconds = 0.002,
                }
            )
        );

    private static ShortTermSettings Settings(double step, ShortTermForm form) =>
        new()
        {
            WindowSeconds = 0.050,
            StepSeconds = step,
            Form = form,
        };

    private static double[] Flat(JsonElement rows) => [.. rows.Rows().SelectMany(row => row)];

    private static void Near(double[] expected, double[] actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double allowed = Tolerance * Math.Max(1, Math.Abs(expected[i]));
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= allowed,
                $"{what}[{i}]: {actual[i]:R}, the oracle has {expected[i]:R}"
            );
        }
    }
}
