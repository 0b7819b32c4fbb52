using System.Text.Json;
using Research.Data;
using Research.Data.Audio;
using Research.Data.Audio.Wav;
using Research.Experiments.SpeechEmotion;
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
        int[] places = golden.GetProperty("frames").Integers();
        double[][] expected = golden.GetProperty("f46_prepad")[index].Rows();
        for (int i = 0; i < places.Length; i++)
        {
            for (int k = 0; k < frames.Columns; k++)
            {
                double allowed = 1e-5 * Math.Max(10, Math.Abs(expected[i][k])); // seven digits are printed; derivatives near zero carry the level's rounding
                double actual = frames[places[i], k];
                Assert.True(
                    Math.Abs(expected[i][k] - actual) <= allowed,
                    $"{name}, frame {places[i]}, {k}: {actual:R}, librosa has {expected[i][k]:R}"
                );
            }
        }
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
