using Research.Corpora;
using Research.Data;
using Research.Numerics;

namespace Research.Evaluation.Tests.Recognition;

/// <summary>Recordings that a background learns from, and others.</summary>
internal static class Backgrounds
{
    /// <summary>Synthesised digits: some takes of three digits by four speakers.</summary>
    public static IReadOnlyList<Waveform> Digits(int takes) =>
        [.. SyntheticDigits.Make("synthetic-digits", 7, 8000, 4, [0, 3, 6], takes).Items.Select(item => item.Waveform)];

    /// <summary>Synthesised sentences.</summary>
    public static IReadOnlyList<Waveform> Sentences() =>
        [.. SyntheticSpeechEmotion.Make("synthetic-speech-emotion", 7, 2, 2).Items.Select(item => item.Waveform)];

    public static Waveform Noise(double seconds, int rateHz)
    {
        var rng = Rng.For(5, "tests/background");
        return new([.. Enumerable.Range(0, (int)(seconds * rateHz)).Select(_ => 0.1 * rng.NextNormal())], rateHz);
    }
}
