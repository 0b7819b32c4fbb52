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
    public Command Create() =>
        new ToolCommand(
            "features",
            "Prints the features of a recording as CSV, one row a frame, nine significant digits.",
            [
                "research features mfcc recording.wav > mfcc.csv",
                "research features pitch recording.wav",
                "research features chroma song.mp3 --plot chroma.svg > chroma.csv",
            ]
        ).Taking([.. NamedFeatures.All.Select(Create)]);

    private static ToolCommand Create(NamedFeature feature)
    {
        string example = $"research features {feature.Name} recording.wav {feature.ExampleOptions}";
        Argument<string> file = RecordingArgument.One();
        Option<bool> strict = RecordingArgument.Strict("Refuse a recording whose header is wrong, instead of warning.");
        Option<string?> plot = FeaturePlot.Option();
        var options = new FeatureOptions(feature);
        return new ToolCommand(feature.Name, $"{feature.Description} Example: {example}", [example])
            .Taking([file, .. options.All, plot, strict])
            .Doing(parsed =>
            {
                FeaturePlot? picture = FeaturePlot.To(parsed.GetValue(plot));
                using OpenRecording recording = RecordingReader.Open(parsed.GetValue(file)!, RecordingLimits.Anything);
                Warn(recording, parsed.GetValue(strict));
                Print(feature, recording, Settings(feature, options, parsed, recording.SampleRateHz), picture);
                return ExitCodes.Well;
            });
    }

    private static void Warn(OpenRecording recording, bool strict)
    {
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
    }

    private static void Print(NamedFeature feature, OpenRecording recording, object settings, FeaturePlot? plot)
    {
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
                plot?.Add(rows);
            }
        );
        plot?.Save($"{feature.Name}: {Path.GetFileName(recording.Name)}", feature.Heading);
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
        Framing framing = feature.UsualFraming(sampleRateHz);
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
