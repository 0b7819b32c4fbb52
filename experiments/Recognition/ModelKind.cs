using Research.Experiments.Digits;
using Research.Experiments.SpeechEmotion;

namespace Research.Experiments.Recognition;

/// <summary>A kind of recogniser: what its settings are, and how it is read. A new kind is listed here.</summary>
/// <param name="Name">As files say it.</param>
/// <param name="Settings">The type of its settings.</param>
/// <param name="Read">From its card, its settings and what was learned.</param>
internal sealed record ModelKind(string Name, Type Settings, Func<ModelCard, object, BinaryReader, Recognizer> Read)
{
    public static IReadOnlyList<ModelKind> All { get; } =
    [
        new(
            HmmRecognizer.KindName,
            typeof(HmmRecognizerSettings),
            (card, settings, reader) => HmmRecognizer.Read(card, (HmmRecognizerSettings)settings, reader)
        ),
        new(
            LstmRecognizer.KindName,
            typeof(LstmRecognizerSettings),
            (card, settings, reader) => LstmRecognizer.Read(card, (LstmRecognizerSettings)settings, reader)
        ),
        new(
            VectorRecognizer.KindName,
            typeof(EmotionVectors),
            (card, settings, reader) => VectorRecognizer.Read(card, (EmotionVectors)settings, reader)
        ),
        new(
            AttentionRecognizer.KindName,
            typeof(AttentionRecognizerSettings),
            (card, settings, reader) => AttentionRecognizer.Read(card, (AttentionRecognizerSettings)settings, reader)
        ),
    ];
}
