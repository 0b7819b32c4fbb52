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
            ]
        )
            .Taking(model, files, top, json, csv, strict)
            .Doing(parsed =>
            {
                PredictionForm form = FormOf(parsed.GetValue(json), parsed.GetValue(csv));
                return Run(parsed.GetValue(model)!, parsed.GetValue(files)!, parsed.GetValue(top), form, parsed.GetValue(strict));
            });
    }

    private static PredictionForm FormOf(bool json, bool csv) =>
        json && csv ? throw new UsageException("--json and --csv are two forms of the same; give one of them.")
        : json ? PredictionForm.Json
        : csv ? PredictionForm.Csv
        : PredictionForm.Lines;

    private static int Run(string name, string[] files, int top, PredictionForm form, bool strict)
    {
        if (top < 1)
        {
            throw new UsageException($"--top {top}: at least 1 is needed.");
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

        using var output = new StreamWriter(Console.OpenStandardOutput()) { NewLine = "\n", AutoFlush = true };
        var writer = PredictionWriter.Of(form, output, model.Card);
        Prediction[] all =
        [
            .. files.SelectMany(file => Prediction.All(model, file, top, strict)).Select(told => Tell(writer, told)),
        ];
        writer.End();
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
}
