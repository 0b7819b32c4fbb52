using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>nEMO (Christop, 2024): 1,057 of its Polish utterances, six emotions by nine actors, 24 kHz; no published split.</summary>
/// <remarks>Named "{speaker}_{emotion}_{sentence}.wav". It answers what the study measured on ShEMO, whose sound cannot be had.</remarks>
public static class Nemo1057
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

    public static PinnedDataset Dataset => new("nemo-1057", Read);

    public static DatasetCard Card =>
        new()
        {
            Dataset = Dataset,
            Classes = [.. Emotions.Values.Order(StringComparer.Ordinal)],
            GroupKind = "speaker",
            Groups = ["EB0", "IC0", "KD0", "KS0", "MK0", "MP0", "SM0", "TP0", "WR0"],
            PublishedSubsets = [],
            ClaimNames = [],
            StandsInFor = ["shemo", "shemo-60"],
        };

    /// <summary>Lists the recordings of a verified folder.</summary>
    /// <exception cref="ResearchException">A WAV is not named as nEMO's are.</exception>
    public static IReadOnlyList<Item> Read(string folder) => WavFolder.Read(Path.Combine(folder, "samples"), Parse);

    internal static Item Parse(string name, ItemContent content)
    {
        string[] parts = name.Split('_');
        return parts.Length == 3 && parts[0].Length > 0 && Emotions.TryGetValue(parts[1], out string? emotion)
            ? new Item(name, emotion, parts[0], null, content)
            : throw new ResearchException(
                $"'{name}.wav' is not named speaker_emotion_sentence with one of {string.Join(", ", Emotions.Keys)}, as nEMO's recordings are."
            );
    }
}
