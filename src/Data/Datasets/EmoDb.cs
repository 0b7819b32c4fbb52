using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>EMO-DB (Burkhardt et al., 2005): German utterances by ten actors, 16 kHz; all 535, or the 339 in four emotions that can be had.</summary>
/// <remarks>
/// Named "SSTTTEv.wav": speaker, text, emotion by its German word, version. The published split is that of the corpus's audformat version
/// (audeering/emodb 1.2.0): speakers 12, 14, 15 and 16 are the test set.
/// </remarks>
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

    /// <summary>All seven emotions; must be downloaded.</summary>
    public static PinnedDataset Dataset => new("emodb", Read);

    /// <summary>Anger, happiness, neutral and sadness.</summary>
    public static PinnedDataset FourEmotions => new("emodb-4", Read);

    public static DatasetCard Card =>
        new()
        {
            Dataset = Dataset,
            Classes = [.. Emotions.Values.Order(StringComparer.Ordinal)],
            GroupKind = "speaker",
            Groups = ["03", "08", "09", "10", "11", "12", "13", "14", "15", "16"],
            PublishedSubsets = [Subset.Train, Subset.Test],
            ClaimNames = [],
            StandsInFor = [],
        };

    public static DatasetCard FourEmotionsCard =>
        Card with
        {
            Dataset = FourEmotions,
            Classes = [Emotion.Anger, Emotion.Happiness, Emotion.Neutral, Emotion.Sadness],
        };

    /// <summary>Lists the recordings of a verified folder.</summary>
    /// <exception cref="ResearchException">A WAV is not named as EMO-DB's are.</exception>
    public static IReadOnlyList<Item> Read(string folder) => WavFolder.Read(Path.Combine(folder, "wav"), Parse);

    internal static Item Parse(string name, ItemContent content)
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
        return new Item(name, emotion, speaker, TestSpeakers.Contains(speaker) ? Subset.Test : Subset.Train, content);
    }
}
