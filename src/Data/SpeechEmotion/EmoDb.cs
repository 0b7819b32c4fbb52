using Research.Numerics;

namespace Research.Data.SpeechEmotion;

/// <summary>EMO-DB (Burkhardt et al., 2005): "SSTTTEv.wav", speaker, text, emotion by its German word, version; ten actors, 16 kHz.</summary>
/// <remarks>The published split is that of the corpus's audformat version (audeering/emodb 1.2.0): speakers 12, 14, 15 and 16 are the test set.</remarks>
public static class EmoDb
{
    private const int NameLength = 7;

    private static readonly Dictionary<char, string> Emotions = new()
    {
        ['W'] = Emotion.Anger,
        ['L'] = Emotion.Boredom,
        ['E'] = Emotion.Disgust,
        ['A'] = Emotion.Fear,
        ['F'] = Emotion.Happiness,
        ['T'] = Emotion.Sadness,
        ['N'] = Emotion.Neutral,
    };

    private static readonly HashSet<string> TestSpeakers = ["12", "14", "15", "16"];

    /// <summary>Reads every recording of a verified folder.</summary>
    public static IReadOnlyList<Clip> Read(string folder) => WavFolder.Read(Path.Combine(folder, "wav"), Parse);

    internal static Clip Parse(string name, Waveform waveform)
    {
        if (
            name.Length != NameLength
            || !name.Take(2).All(char.IsAsciiDigit)
            || !Emotions.TryGetValue(name[5], out string? emotion)
        )
        {
            throw new ResearchException(
                $"'{name}.wav' is not named as EMO-DB's recordings are: two digits of the speaker, three characters of the text, one of {string.Join(' ', Emotions.Keys)}, a version letter (03a01Wa)."
            );
        }

        string speaker = name[..2];
        return new Clip(name, emotion, speaker, TestSpeakers.Contains(speaker) ? Part.Test : Part.Train, waveform);
    }
}
