using System.Text.Json;
using Research.Data;
using Research.Data.Audio;
using Research.Data.Audio.Wav;
using Research.Experiments.SpeechEmotion;
using Research.Features.Tests;
using Research.Numerics;
using Research.Tests;

namespace Research.Experiments.Tests.SpeechEmotion;

public class FramesTests
{
    // Oracle: librosa 0.10.2 over the study's preparation (zeros in front, five seconds).
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_published_46_features_are_librosas(int index)
    {
        JsonElement golden = Golden.Json("golden_f46_emodb.json");
        string name = golden.GetProperty("names")[index].GetString()!;
        Waveform wave = WavReader.Read(Path.Combine(RealData.Folder("emodb-4"), "wav", name + ".wav"));
        Matrix frames = LibrosaFrames.Published.Of(wave);
        Assert.Equal((157, 46), (frames.Rows, frames.Columns));
        Near(golden.GetProperty("frames"), golden.GetProperty("f46_prepad")[index], frames, 1e-5, name); // seven digits are printed
    }

    // Oracle: the definitions in numpy, which give librosa's values on recordings (Golden/make_f46.py).
    [Fact]
    public void The_published_46_features_are_the_definitions_on_a_generated_utterance()
    {
        JsonElement golden = Golden.Json("f46.json");
        string name = golden.GetProperty("utterance").GetString()!;
        Matrix frames = LibrosaFrames.Published.Of(Utterances.Of(name));
        Near(golden.GetProperty("frames"), golden.GetProperty("values"), frames, 1e-8, name);
    }

    [Fact]
    public void A_louder_recording_has_the_same_levelled_features()
    {
        var rng = Rng.For(5, "tests/levelled");
        double[] samples = [.. Enumerable.Range(0, 16_000).Select(_ => 0.1 * rng.NextNormal())];
        Matrix quiet = LibrosaFrames.Levelled.Of(new Waveform(samples, 16_000));
        Matrix loud = LibrosaFrames.Levelled.Of(new Waveform([.. samples.Select(x => 4 * x)], 16_000));
        Golden.AssertClose(quiet.Values, loud.Values, 1e-6);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.3)]
    [InlineData(9)]
    public void Any_duration_gives_finite_frames(double seconds)
    {
        Waveform wave = new(new double[(int)(seconds * 24_000)], 24_000);
        foreach (
            Matrix frames in new[]
            {
                LibrosaFrames.Published.Of(wave),
                LibrosaFrames.Levelled.Of(wave),
                ShortTermFrames.Published.Of(wave),
            }
        )
        {
            Assert.InRange(frames.Rows, 1, 1024);
            Assert.All(frames.Values.ToArray(), value => Assert.True(double.IsFinite(value)));
        }
    }

    // Derivatives near zero carry the level's rounding.
    private static void Near(JsonElement places, JsonElement expected, Matrix frames, double relative, string name)
    {
        foreach ((int place, double[] row) in places.Integers().Zip(expected.Rows()))
        {
            for (int k = 0; k < frames.Columns; k++)
            {
                double allowed = relative * Math.Max(10, Math.Abs(row[k]));
                double actual = frames[place, k];
                Assert.True(
                    Math.Abs(row[k] - actual) <= allowed,
                    $"{name}, frame {place}, {k}: {actual:R}, the oracle has {row[k]:R}"
                );
            }
        }
    }

    [Fact]
    public void A_tone_is_voiced_and_noise_hardly()
    {
        double[] tone = [.. Enumerable.Range(0, 16_000).Select(n => 0.3 * Math.Sin(2 * Math.PI * 180 * n / 16_000.0))];
        var rng = Rng.For(6, "tests/noise");
        double[] noise = [.. tone.Select(_ => 0.3 * rng.NextNormal())];
        bool[] voiced = ShortTermFrames.Voiced(ShortTermFrames.Corrected.Of(new Waveform(tone, 16_000)));
        bool[] rough = ShortTermFrames.Voiced(ShortTermFrames.Corrected.Of(new Waveform(noise, 16_000)));
        Assert.True(voiced.Count(frame => frame) > 0.9 * voiced.Length);
        Assert.True(rough.Count(frame => frame) < 0.5 * rough.Length);
    }
}
