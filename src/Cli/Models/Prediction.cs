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
    IReadOnlyList<string> Warnings,
    string? Decoder,
    string? Error,
    int Code
)
{
    /// <param name="top">How many classes at most.</param>
    /// <param name="strict">Whether a recording unlike those of the training is refused.</param>
    public static Prediction Of(Recognizer model, string file, int top, bool strict)
    {
        try
        {
            Recording recording = RecordingReader.Read(file, RecordingLimits.Utterance);
            string[] warnings = [.. recording.Warnings, .. model.Card.Seen.Warnings(recording.Wave, recording.ClippedShare)];
            return strict && warnings.Length > 0
                ? Refused(file, RecordingCode.Outside, $"{file}: is refused, as --strict asks: {string.Join("; ", warnings)}.")
                : new(file, Best(model, recording.Wave, top), warnings, recording.Decoder, null, 0);
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

    private static (string, double)[] Best(Recognizer model, Waveform wave, int top) =>
        [
            .. model
                .Probabilities(wave)
                .Select((probability, c) => (model.Card.Labels[c], probability))
                .OrderByDescending(item => item.probability)
                .Take(top),
        ];

    private static Prediction Refused(string file, int code, string message) => new(file, [], [], null, message, code);
}
