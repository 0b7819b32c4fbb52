using System.CommandLine;
using Research.Cli.Commands;
using Research.Cli.Help;
using Research.Data;
using Research.Evaluation.Recognition;
using Research.Pipeline;

namespace Research.Cli.Models;

/// <summary>research predict MODEL FILE…: the likeliest classes of recordings.</summary>
internal sealed class PredictCommand : ITopLevelCommand
{
    /// <summary>Exit code where the model itself cannot be used.</summary>
    public const int BadModel = 31;

    public Command Create()
    {
        var model = new Argument<string>("model")
        {
            Description = "A model package (.rmodel), or a trained experiment such as Digits.GmmHmm; see: research models.",
        }.CompletesModels();
        Argument<string[]> files = RecordingArgument.Several();
        var top = new Option<int>("--top") { Description = "Classes to print, likeliest first.", DefaultValueFactory = _ => 3 };
        var json = new Option<bool>("--json") { Description = "JSON instead of lines." };
        var csv = new Option<bool>("--csv") { Description = "CSV instead of lines: one row a file and class." };
        var windows = new Option<bool>("--windows")
        {
            Description = "Every window of each recording, too; for a model that hears a recording window by window.",
        };
        Option<string?> plot = PredictionPlot.Option();
        Option<bool> strict = RecordingArgument.Strict(
            "Refuse a recording that is unlike those of the training, or whose header is wrong, instead of warning."
        );
        return new ToolCommand(
            "predict",
            "Recognises recordings with a trained model, through the same features as in its training. "
                + "A file that cannot be used is passed over and named at the end; the exit code is that of the first such file (docs/tool.md lists them).",
            [
                "research predict Digits.GmmHmm seven.wav",
                "research predict emotion.rmodel calls/one.wav calls/two.mp3 --top 2 --csv",
                "research predict SpeechEmotion.AttentionBlstm/emodb-4 recording.wav --json",
                "research predict GenreAffect.Clips song.mp3 --plot song.svg",
            ]
        )
            .Taking(model, files, top, json, csv, windows, plot, strict)
            .Doing(parsed =>
            {
                var asked = new Asked(
                    parsed.GetValue(files)!,
                    parsed.GetValue(top),
                    FormOf(parsed.GetValue(json), parsed.GetValue(csv)),
                    parsed.GetValue(windows),
                    PredictionPlot.To(parsed.GetValue(plot)),
                    parsed.GetValue(strict)
                );
                return Run(parsed.GetValue(model)!, asked);
            });
    }

    private static PredictionForm FormOf(bool json, bool csv) =>
        json && csv ? throw new UsageException("--json and --csv are two forms of the same; give one of them.")
        : json ? PredictionForm.Json
        : csv ? PredictionForm.Csv
        : PredictionForm.Lines;

    private static int Run(string name, Asked asked)
    {
        string[] files = asked.Files;
        if (asked.Top < 1)
        {
            throw new UsageException($"--top {asked.Top}: at least 1 is needed.");
        }

        if (asked.Plot is not null && files.Length > 1)
        {
            throw new UsageException($"--plot draws one recording; {files.Length} were given. Call predict for each.");
        }

        Recognizer model;
        try
        {
            model = LoadedModel.Of(name);
        }
        catch (ModelFileException error)
        {
            Terminal.Complain($"research: {error.Message}");
            return BadModel;
        }

        if ((asked.Windows || asked.Plot is not null) && model is not IHearsWindows)
        {
            throw new UsageException(
                $"'{name}' hears a recording as a whole; --windows and --plot are for models that hear it window by window, such as GenreAffect.Clips."
            );
        }

        using var output = new StreamWriter(Console.OpenStandardOutput()) { NewLine = "\n", AutoFlush = true };
        var writer = PredictionWriter.Of(asked.Form, output, model.Card, asked.Windows);
        Prediction[] all =
        [
            .. files.SelectMany(file => Prediction.All(model, file, asked.Top, asked.Strict)).Select(told => Tell(writer, told)),
        ];
        writer.End();
        asked.Plot?.Save(all[0], model.Card);
        Prediction[] bad = [.. all.Where(prediction => prediction.Error is not null)];
        if (files.Length > 1 && bad.Length > 0)
        {
            Terminal.Complain(
                $"research: {bad.Length} of {files.Length} files could not be recognised: {string.Join(", ", bad.Select(item => item.File))}."
            );
        }

        return bad.Length > 0 ? bad[0].Code : 0;
    }

    // Each file is told as soon as it is done.
    private static Prediction Tell(PredictionWriter writer, Prediction prediction)
    {
        if (prediction.Error is { } error)
        {
            Terminal.Complain($"research: {error}");
        }

        foreach (string warning in prediction.Warnings)
        {
            Terminal.Complain($"research: {prediction.File}: warning: {warning}.");
        }

        writer.Write(prediction);
        return prediction;
    }

    private sealed record Asked(string[] Files, int Top, PredictionForm Form, bool Windows, PredictionPlot? Plot, bool Strict);
}
