using Research.Cli.Commands;
using Research.Data.Audio;
using Research.Data.Audio.Reading;
using Research.Evaluation.Recognition;
using Research.Numerics;

namespace Research.Cli.Models;

/// <summary>What became of one file: its classes, likeliest first, or why there are none.</summary>
internal sealed record Prediction(
    string File,
    IReadOnlyList<(string Label, double Probability)> Classes,
    bool Stranger,
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
            Answer answer = model.Answer(recording.Wave);
            FamiliarRange familiar = model.Card.Familiar;
            bool stranger = familiar.IsStranger(answer.Familiarity);
            string[] warnings =
            [
                .. recording.Warnings,
                .. model.Card.Seen.Warnings(recording.Wave, recording.ClippedShare),
                .. stranger ? [familiar.Warning(answer.Familiarity)] : Array.Empty<string>(),
            ];
            return strict && warnings.Length > 0
                ? Refused(file, RecordingCode.Outside, $"{file}: is refused, as --strict asks: {string.Join("; ", warnings)}.")
                : new(file, Best(model, answer, top), stranger, warnings, recording.Decoder, null, 0);
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

    private static (string, double)[] Best(Recognizer model, Answer answer, int top) =>
        [
            .. model
                .Card.Calibration.Apply(answer.Probabilities)
                .Select((probability, c) => (model.Card.Labels[c], probability))
                .OrderByDescending(item => item.probability)
                .Take(top),
        ];

    private static Prediction Refused(string file, int code, string message) => new(file, [], false, [], null, message, code);
}
