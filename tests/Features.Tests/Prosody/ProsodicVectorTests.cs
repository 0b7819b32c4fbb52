using System.Text.Json;
using Research.Data;
using Research.Features.Prosody;
using Research.Numerics;
using Research.Tests;

namespace Research.Features.Tests.Prosody;

public class ProsodicVectorTests
{
    // Oracle: an independent numpy version, its own pitch included (Golden/make_prosody.py). Praat's search for a peak, which ours follows, ends before the
    // last digits: what hangs on them is compared less closely.
    [Fact]
    public void Every_value_of_the_golden_utterances_is_numpys()
    {
        JsonElement golden = Golden.Json("prosody.json");
        foreach (JsonElement item in golden.GetProperty("utterances").EnumerateArray())
        {
            byte[] pcm = item.GetProperty("samples_base64").GetBytesFromBase64();
            double[] samples = [.. Enumerable.Range(0, pcm.Length / 2).Select(i => BitConverter.ToInt16(pcm, 2 * i) / 32_768.0)];
            double[] actual = ProsodicVector.Of(
                new Waveform(samples, item.GetProperty("rate").GetInt32()),
                ProsodySettings.Standard
            );
            double[] expected = item.GetProperty("values").Numbers();
            Assert.Equal(expected.Length, actual.Length);
            for (int k = 0; k < expected.Length; k++)
            {
                double allowed = ToleranceOf(ProsodicVector.Names[k]) * Math.Max(1e-3, Math.Abs(expected[k]));
                Assert.True(
                    Math.Abs(expected[k] - actual[k]) <= allowed,
                    $"{ProsodicVector.Names[k]}: {actual[k]:R}, numpy has {expected[k]:R}"
                );
            }
        }
    }

    // Relative; each at most ten times what was measured. Steps from frame to frame lose digits, and changes of steps more.
    private static double ToleranceOf(string name) =>
        name switch
        {
            "pitch_skew" or "jitter" or "jitter_change" => 2e-6,
            "pitch_motion" or "pitch_rise" or "pitch_fall" or "level_pitch_correlation" => 5e-7,
            _ when name.StartsWith("pitch_", StringComparison.Ordinal) => 2e-7,
            _ when name.StartsWith("harmonicity_", StringComparison.Ordinal) => 5e-8,
            _ => 1e-11,
        };

    [Fact]
    public void There_is_a_name_for_every_value() =>
        Assert.Equal(ProsodicVector.Names.Count, ProsodicVector.Of(Voice(0.3), ProsodySettings.Standard).Length);

    [Fact]
    public void Names_are_unique() => Assert.Equal(132, ProsodicVector.Names.Distinct().Count());

    [Fact]
    public void A_louder_microphone_changes_little()
    {
        double[] quiet = ProsodicVector.Of(Voice(0.1), ProsodySettings.Standard);
        double[] loud = ProsodicVector.Of(Voice(0.4), ProsodySettings.Standard);
        for (int k = 0; k < quiet.Length; k++)
        {
            double allowed = 0.06 * Math.Max(1, Math.Abs(loud[k])); // floors under logarithms see the level a little
            Assert.True(Math.Abs(quiet[k] - loud[k]) <= allowed, $"{ProsodicVector.Names[k]}: {quiet[k]} and {loud[k]}");
        }
    }

    [Fact]
    public void A_higher_voice_has_a_higher_pitch_by_that_many_semitones()
    {
        double low = Value(Voice(0.3, 120), "pitch_mean");
        double high = Value(Voice(0.3, 240), "pitch_mean");
        Assert.Equal(12, high - low, 0.1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(5000)]
    public void Silence_of_any_length_is_finite(int samples) =>
        Assert.All(
            ProsodicVector.Of(new Waveform(new double[samples], 16_000), ProsodySettings.Standard),
            value => Assert.True(double.IsFinite(value))
        );

    private static double Value(Waveform wave, string name) =>
        ProsodicVector.Of(wave, ProsodySettings.Standard)[Array.IndexOf([.. ProsodicVector.Names], name)];

    // Harmonics under an envelope that rises and falls three times a second, with a little noise.
    private static Waveform Voice(double level, double hertz = 150)
    {
        var rng = Rng.For(9, "tests/voice");
        double[] samples =
        [
            .. Enumerable
                .Range(0, 16_000)
                .Select(n =>
                {
                    double t = n / 16_000.0;
                    double sum = 0;
                    for (int h = 1; h <= 12; h++)
                    {
                        sum += Math.Sin(2 * Math.PI * hertz * h * t) / h;
                    }

                    double envelope = 0.55 - (0.45 * Math.Cos(2 * Math.PI * 3 * t));
                    return level * ((0.5 * envelope * sum) + (0.02 * rng.NextNormal()));
                }),
        ];
        return new Waveform(samples, 16_000);
    }
}
