using System.CommandLine;
using System.Globalization;
using Research.Cli.Commands;
using Research.Data.Audio;
using Research.Data.Audio.Reading;
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
        Argument<string> file = RecordingArgument.One();
        Option<bool> strict = RecordingArgument.Strict("Refuse a recording whose header is wrong, instead of warning.");
        var options = new FeatureOptions(feature.DefaultsFor(Framing.Usual(HelpRateHz)));
        return new ToolCommand(feature.Name, $"{feature.Description} Example: {example}", [example])
            .Taking([file, .. options.All, strict])
            .Doing(parsed => Print(feature, parsed.GetValue(file)!, options, parsed, parsed.GetValue(strict)));
    }

    private static int Print(NamedFeature feature, string file, FeatureOptions options, ParseResult parsed, bool strict)
    {
        using OpenRecording recording = RecordingReader.Open(file, RecordingLimits.Anything);
        foreach (string warning in recording.Warnings)
        {
            if (strict)
            {
                throw new RecordingException(
                    RecordingProblem.Damaged,
                    $"{recording.Name}: is refused, as --strict asks: {warning}."
                );
            }

            Terminal.Complain($"research: {recording.Name}: warning: {warning}.");
        }

        object settings = Settings(feature, options, parsed, recording.SampleRateHz);
        using var output = new StreamWriter(Console.OpenStandardOutput()) { NewLine = "\n" };
        bool begun = false;
        feature.Compute(
            recording,
            settings,
            rows =>
            {
                if (!begun)
                {
                    Head(output, feature, rows.Columns, recording.Decoder);
                    begun = true;
                }

                Write(output, rows);
            }
        );
        return ExitCodes.Well;
    }

    // Samples that a decoder made may differ in their last bits from another's; a file of samples has one truth, and no such line.
    private static void Head(StreamWriter output, NamedFeature feature, int columns, string? decoder)
    {
        if (decoder is not null)
        {
            output.WriteLine($"# decoded by {decoder}");
        }

        output.WriteLine(string.Join(',', Enumerable.Range(0, columns).Select(k => feature.Heading(k, columns))));
    }

    private static void Write(StreamWriter output, Matrix rows)
    {
        for (int t = 0; t < rows.Rows; t++)
        {
            output.WriteLine(string.Join(',', rows.Row(t).ToArray().Select(Nine)));
        }
    }

    // A window that is given without a transform's length carries the transform along, as librosa's calls do.
    internal static object Settings(NamedFeature feature, FeatureOptions options, ParseResult parsed, int sampleRateHz)
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
