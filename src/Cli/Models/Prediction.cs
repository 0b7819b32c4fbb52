using Research.Cli.Commands;
using Research.Data;
using Research.Data.Audio;
using Research.Data.Audio.Reading;
using Research.Evaluation.Recognition;
using Research.Numerics;

namespace Research.Cli.Models;

/// <summary>What became of one file: its classes, likeliest first, or why there are none.</summary>
internal sealed record Prediction(
    string File,
    IReadOnlyList<(string Label, double Probability)> Classes,
    IReadOnlyList<WindowPrediction> Windows,
    bool Stranger,
    IReadOnlyList<string> Warnings,
    string? Decoder,
    string? Error,
    int Code
)
{
    private static RecordingLimits Song { get; } =
        RecordingLimits.Utterance with
        {
            LongestSeconds = 1200,
            Advice =
                "a model hears 20 minutes at most, window after window. Cut it first, for example: ffmpeg -i IN -ss 0 -t 600 OUT.wav",
        };

    /// <summary>Of a file: one, or of a table one for each row.</summary>
    /// <param name="top">How many classes at most.</param>
    /// <param name="strict">Whether what is unlike the training is refused.</param>
    public static IEnumerable<Prediction> All(Recognizer model, string file, int top, bool strict) =>
        model is MatrixRecognizer own ? MatrixPrediction.Of(own, file, top, strict) : [Of(model, file, top, strict)];

    /// <param name="top">How many classes at most.</param>
    /// <param name="strict">Whether a recording unlike those of the training is refused.</param>
    public static Prediction Of(Recognizer model, string file, int top, bool strict)
    {
        try
        {
            Recording recording = RecordingReader.Read(file, LimitsOf(model));
            IReadOnlyList<WindowAnswer> windows = model is IHearsWindows own ? own.Windows(recording.Wave) : [];
            Answer answer = windows.Count > 0 ? WindowVote.Of(windows) : model.Answer(recording.Wave);
            InputRange seen = SeenBy(model, recording.Wave);
            string[] warnings = [.. recording.Warnings, .. seen.Warnings(recording.Wave, recording.ClippedShare)];
            Prediction told = Of(model, answer, file, top, strict, warnings);
            return told with
            {
                Windows = told.Error is null ? [.. windows.Select(window => WindowPrediction.Of(model, window))] : [],
                Decoder = recording.Decoder,
            };
        }
        catch (RecordingException error)
        {
            return Refused(file, RecordingCode.Of(error.Problem), error.Message);
        }
        catch (ResearchException error)
        {
            return Refused(file, RecordingCode.OddRate, $"{file}: {error.Message}");
        }
    }

    /// <summary>What an answer says.</summary>
    /// <param name="file">And the row, of a table.</param>
    internal static Prediction Of(Recognizer model, Answer answer, string file, int top, bool strict, IEnumerable<string> warned)
    {
        string? stranger = model.Card.StrangerWarning(answer);
        string[] warnings = [.. warned, .. stranger is null ? Array.Empty<string>() : [stranger]];
        return strict && warnings.Length > 0
            ? Refused(file, RecordingCode.Outside, $"{file}: is refused, as --strict asks: {string.Join("; ", warnings)}.")
            : new(file, Best(model, answer, top), [], stranger is not null, warnings, null, null, 0);
    }

    private static RecordingLimits LimitsOf(Recognizer model) => model is IHearsWindows ? Song : RecordingLimits.Utterance;

    // A whole recording is longer than a window, and may be.
    private static InputRange SeenBy(Recognizer model, Waveform wave)
    {
        InputRange seen = model.Card.Seen;
        return model is IHearsWindows ? seen with { LongestSeconds = Math.Max(seen.LongestSeconds, wave.DurationSeconds) } : seen;
    }

    private static (string, double)[] Best(Recognizer model, Answer answer, int top) =>
        [
            .. model
                .Card.Calibration.Apply(answer.Probabilities)
                .Select((probability, c) => (model.Card.Labels[c], probability))
                .OrderByDescending(item => item.probability)
                .Take(top),
        ];

    internal static Prediction Refused(string file, int code, string message) =>
        new(file, [], [], false, [], null, message, code);
}

/// <summary>What a model says of one window of a recording.</summary>
/// <param name="Probabilities">Calibrated, in the order of the model's classes.</param>
internal sealed record WindowPrediction(double StartSeconds, double EndSeconds, IReadOnlyList<double> Probabilities)
{
    public static WindowPrediction Of(Recognizer model, WindowAnswer window) =>
        new(window.StartSeconds, window.EndSeconds, model.Card.Calibration.Apply(window.Answer.Probabilities));
}
