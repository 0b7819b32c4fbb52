using System.CommandLine;
using System.Globalization;
using Research.Data;
using Research.Data.Audio;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Cli.Features;

/// <summary>research features NAME FILE: prints CSV, one row a frame.</summary>
internal static class FeaturesCommand
{
    public static Command Create()
    {
        var command = new Command(
            "features",
            "Prints the features of a recording as CSV, one row a frame, nine significant digits."
        );
        foreach (FeatureEntry entry in FeatureCatalog.All)
        {
            command.Add(Create(entry));
        }

        return command;
    }

    private static Command Create(FeatureEntry entry)
    {
        string example = $"Example: research features {entry.Name} FILE.wav --window-seconds 0.025 --hop-seconds 0.010";
        var command = new Command(entry.Name, $"{entry.Description} {example}");
        var file = new Argument<string>("file") { Description = "A WAV file." };
        var options = new FeatureOptions(entry.Defaults(16_000, 400, 160));
        command.Add(file);
        foreach (Option option in options.All)
        {
            command.Add(option);
        }

        command.SetAction(parsed => ExitCode.Of(() => Print(entry, parsed.GetValue(file)!, options, parsed)));
        return command;
    }

    private static int Print(FeatureEntry entry, string file, FeatureOptions options, ParseResult parsed)
    {
        Waveform wave = WavReader.Read(file);
        object settings = Settings(entry, options, parsed, wave.SampleRateHz);
        Matrix values = entry.Compute(wave, settings);
        using var output = new StreamWriter(Console.OpenStandardOutput()) { NewLine = "\n" };
        output.WriteLine(string.Join(',', Enumerable.Range(0, values.Columns).Select(k => Heading(entry, k, values.Columns))));
        for (int t = 0; t < values.Rows; t++)
        {
            output.WriteLine(string.Join(',', values.Row(t).ToArray().Select(Nine)));
        }

        return ExitCodes.Well;
    }

    // A window that is given without a transform's length carries the transform along, as librosa's calls do.
    private static object Settings(FeatureEntry entry, FeatureOptions options, ParseResult parsed, int sampleRateHz)
    {
        (int window, int hop) = FeatureCatalog.DefaultFrames(sampleRateHz);
        object settings = options.Apply(entry.Defaults(sampleRateHz, window, hop), parsed, sampleRateHz);
        if (StftOf(settings) is not { WindowSamples: int chosen })
        {
            return settings;
        }

        bool fftGiven = options.Has("FftLength", parsed);
        return fftGiven || chosen < 1 ? settings : options.Apply(entry.Defaults(sampleRateHz, chosen, hop), parsed, sampleRateHz);
    }

    private static Research.Features.Spectral.StftSettings? StftOf(object settings) =>
        settings switch
        {
            Research.Features.Cepstral.MfccSettings mfcc => mfcc.Mel.Stft,
            MfscSettings mfsc => mfsc.Mel.Stft,
            Research.Features.Spectral.MelSettings mel => mel.Stft,
            _ => null, // pitch and formants have windows of their own
        };

    private static string Heading(FeatureEntry entry, int k, int columns)
    {
        if (entry.Name != "mfcc-delta")
        {
            return entry.ColumnName(k);
        }

        int coefficients = columns / 3;
        string[] kinds = ["mfcc", "delta", "delta2"];
        return string.Create(CultureInfo.InvariantCulture, $"{kinds[k / coefficients]}_{k % coefficients}");
    }

    private static string Nine(double value) => value.ToString("G9", CultureInfo.InvariantCulture);
}
