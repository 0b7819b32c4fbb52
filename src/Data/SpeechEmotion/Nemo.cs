using Research.Numerics;

namespace Research.Data.SpeechEmotion;

/// <summary>nEMO (Christop, 2024): "{speaker}_{emotion}_{sentence}.wav"; nine Polish actors, six emotions, 24 kHz; no published split.</summary>
public static class Nemo
{
    private static readonly Dictionary<string, string> Emotions = new()
    {
        ["anger"] = Emotion.Anger,
        ["fear"] = Emotion.Fear,
        ["happiness"] = Emotion.Happiness,
        ["neutral"] = Emotion.Neutral,
        ["sadness"] = Emotion.Sadness,
        ["surprised"] = Emotion.Surprise,
    };

    /// <summary>Reads every recording of a verified folder.</summary>
    public static IReadOnlyList<Clip> Read(string folder) => WavFolder.Read(Path.Combine(folder, "samples"), Parse);

    internal static Clip Parse(string name, Waveform waveform)
    {
        string[] parts = name.Split('_');
        return parts.Length == 3 && parts[0].Length > 0 && Emotions.TryGetValue(parts[1], out string? emotion)
            ? new Clip(name, emotion, parts[0], null, waveform)
            : throw new ResearchException(
                $"'{name}.wav' is not named speaker_emotion_sentence with one of {string.Join(", ", Emotions.Keys)}, as nEMO's recordings are."
            );
    }
}
