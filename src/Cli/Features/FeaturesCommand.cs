using System.CommandLine;
using System.Globalization;
using Research.Cli.Commands;
using Research.Data;
using Research.Data.Audio;
using Research.Features.Naming;
using Research.Features.Spectral;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Cli.Features;

/// <summary>research features NAME FILE: prints CSV, one row a frame.</summary>
internal sealed class FeaturesCommand : ITopLevelCommand
{
    private const int HelpRateHz = 16_000; // the help tells the defaults of such a file

    public Command Create() =>
        new ToolCommand(
            "features",
            "Prints the features of a recording as CSV, one row a frame, nine significant digits.",
            ["research features mfcc recording.wav > mfcc.csv", "research features pitch recording.wav"]
        ).Taking([.. NamedFeatures.All.Select(Create)]);

    private static ToolCommand Create(NamedFeature feature)
    {
        string example = $"research features {feature.Name} recording.wav {feature.ExampleOptions}";
        var file = new Argument<string>("file") { Description = "A WAV file." };
        var options = new FeatureOptions(feature.DefaultsFor(Framing.Usual(HelpRateHz)));
        return new ToolCommand(feature.Name, $"{feature.Description} Example: {example}", [example])
            .Taking([file, .. options.All])
            .Doing(parsed => Print(feature, parsed.GetValue(file)!, options, parsed));
    }

    private static int Print(NamedFeature feature, string file, FeatureOptions options, ParseResult parsed)
    {
        Waveform wave = WavReader.Read(file);
        Matrix values = feature.ValuesOf(wave, Settings(feature, options, parsed, wave.SampleRateHz));
        using var output = new StreamWriter(Console.OpenStandardOutput()) { NewLine = "\n" };
        output.WriteLine(string.Join(',', Enumerable.Range(0, values.Columns).Select(k => feature.Heading(k, values.Columns))));
        for (int t = 0; t < values.Rows; t++)
        {
            output.WriteLine(string.Join(',', values.Row(t).ToArray().Select(Nine)));
        }

        return ExitCodes.Well;
    }

    // A window that is given without a transform's length carries the transform along, as librosa's calls do.
    private static object Settings(NamedFeature feature, FeatureOptions options, ParseResult parsed, int sampleRateHz)
    {
        Framing framing = Framing.Usual(sampleRateHz);
        object settings = options.Apply(feature.DefaultsFor(framing), parsed, sampleRateHz);
        bool carries =
            FeatureOptions.Value(settings, nameof(StftSettings.WindowSamples)) is >= 1
            && !options.Has(nameof(StftSettings.FftLength), parsed);
        if (!carries)
        {
            return settings;
        }

        int window = (int)FeatureOptions.Value(settings, nameof(StftSettings.WindowSamples))!;
        return options.Apply(feature.DefaultsFor(framing with { WindowSamples = window }), parsed, sampleRateHz);
    }

    private static string Nine(double value) => value.ToString("G9", CultureInfo.InvariantCulture);
}
