using Research.Data;
using Research.Features.Cepstral;
using Research.Features.Spectral;
using Research.Features.Voice;
using Research.Numerics;

namespace Research.Cli.Features;

/// <summary>The features that the command line knows.</summary>
internal static class FeatureCatalog
{
    private const double WindowSeconds = 0.025;
    private const double HopSeconds = 0.010;
    private const int Coefficients = 13;
    private const double MaleCeilingHz = 5000;
    private static readonly string[] PitchColumns = ["seconds", "hertz", "strength"];

    public static IReadOnlyList<FeatureEntry> All { get; } =
    [
        new(
            "mfcc",
            "Mel-frequency cepstral coefficients (librosa's conventions).",
            MfccDefaults,
            (wave, settings) => Mfcc.Of(wave, (MfccSettings)settings),
            k => $"mfcc_{k}"
        ),
        new(
            "mfcc-delta",
            "MFCC, their first and their second derivatives over nine frames, side by side.",
            MfccDefaults,
            WithDerivatives,
            k => k.ToString(System.Globalization.CultureInfo.InvariantCulture)
        ),
        new(
            "mel",
            "Mel spectrogram, linear power.",
            (rate, window, hop) => MelSettings.Librosa(rate, window, hop),
            (wave, settings) => MelSpectrogram.Of(wave, (MelSettings)settings),
            k => $"mel_{k}"
        ),
        new(
            "mfsc",
            "Mel band log energies in decibels (no cosine transform).",
            (rate, window, hop) =>
                new MfscSettings { Mel = MelSettings.Librosa(rate, window, hop), Decibels = DecibelSettings.Librosa },
            (wave, settings) => Decibels.OfMel(wave, ((MfscSettings)settings).Mel, ((MfscSettings)settings).Decibels),
            k => $"mfsc_{k}"
        ),
        new(
            "pitch",
            "Fundamental frequency of a voice (Praat's 'To Pitch (ac)'): time, hertz (NaN where unvoiced), strength.",
            (_, _, _) => PitchSettings.Praat,
            (wave, settings) => PitchRows(Pitch.Of(wave, (PitchSettings)settings)),
            k => PitchColumns[k]
        ),
        new(
            "formants",
            "Resonances of a voice (Praat's 'To Formant (burg)'): time, then hertz and bandwidth of each (NaN where there is none).",
            (rate, _, _) => FormantSettings.Praat(Math.Min(MaleCeilingHz, 0.5 * rate)),
            (wave, settings) => FormantRows(Formants.Of(wave, (FormantSettings)settings)),
            k => k == 0 ? "seconds" : $"{(k % 2 == 1 ? 'f' : 'b')}{(k + 1) / 2}"
        ),
    ];

    /// <summary>The defaults for a file's sample rate: 25 ms every 10 ms.</summary>
    public static (int Window, int Hop) DefaultFrames(int sampleRateHz) =>
        (Math.Max(1, (int)((WindowSeconds * sampleRateHz) + 1e-6)), Math.Max(1, (int)((HopSeconds * sampleRateHz) + 1e-6)));

    private static object MfccDefaults(int rate, int window, int hop) => MfccSettings.Librosa(rate, window, hop, Coefficients);

    private static Matrix PitchRows(PitchTrack pitch) =>
        Matrix.OfRows([.. pitch.Hertz.Select((hertz, t) => new[] { pitch.Times[t], hertz, pitch.Strength[t] })]);

    private static Matrix FormantRows(FormantTrack track) =>
        Matrix.OfRows([
            .. Enumerable
                .Range(0, track.Times.Count)
                .Select(t =>
                    Enumerable
                        .Range(0, track.Hertz.Length)
                        .SelectMany(k => new[] { track.Hertz[k][t], track.Bandwidths[k][t] })
                        .Prepend(track.Times[t])
                        .ToArray()
                ),
        ]);

    private static Matrix WithDerivatives(Waveform wave, object settings)
    {
        Matrix mfcc = Mfcc.Of(wave, (MfccSettings)settings);
        IReadOnlyList<Matrix> parts = UtteranceVector.WithDerivatives(mfcc);
        return Matrix.OfRows([
            .. Enumerable.Range(0, mfcc.Rows).Select(t => parts.SelectMany(part => part.Row(t).ToArray()).ToArray()),
        ]);
    }
}

/// <summary>A feature: its name, its settings record, and how it is computed.</summary>
internal sealed record FeatureEntry(
    string Name,
    string Description,
    Func<int, int, int, object> Defaults,
    Func<Waveform, object, Matrix> Compute,
    Func<int, string> ColumnName
);

/// <summary>Mel band log energies.</summary>
public sealed record MfscSettings
{
    public required MelSettings Mel { get; init; }

    public required DecibelSettings Decibels { get; init; }
}
