using System.Globalization;
using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>ShEMO (Mohamad Nezami, Jamshid Lou and Karami, 2019): 3,000 Persian utterances by 87 speakers, six emotions, 44.1 kHz; no published split.</summary>
/// <remarks>
/// Named "F01A01.wav": sex and speaker, emotion, utterance. Published as two archives, women and men, whose digests alone are known; so they are kept
/// packed and read in place. The study's figures were measured on both together, so neither alone is what its claims call shemo.
/// </remarks>
public static class Shemo
{
    private const int ShortestName = 6;

    private static readonly Dictionary<char, string> Emotions = new()
    {
        ['A'] = Emotion.Anger,
        ['W'] = Emotion.Surprise,
        ['F'] = Emotion.Fear,
        ['H'] = Emotion.Happiness,
        ['S'] = Emotion.Sadness,
        ['N'] = Emotion.Neutral,
    };

    /// <summary>The women; must be downloaded.</summary>
    public static PinnedDataset Female => new("shemo-female", Read);

    /// <summary>The men; must be downloaded.</summary>
    public static PinnedDataset Male => new("shemo-male", Read);

    public static DatasetCard FemaleCard => CardOf(Female, 'F', 31);

    public static DatasetCard MaleCard => CardOf(Male, 'M', 56);

    /// <summary>Lists the recordings of the archives in a verified folder, in ordinal order of the names.</summary>
    /// <exception cref="ResearchException">An archive is damaged, or holds a WAV that is not named as ShEMO's are.</exception>
    public static IReadOnlyList<Item> Read(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.zip")
                .SelectMany(archive => WavArchive.Read(archive, Parse))
                .OrderBy(item => item.Id, StringComparer.Ordinal),
        ];

    internal static Item Parse(string name, ItemContent content)
    {
        if (
            name.Length < ShortestName
            || name[0] is not ('F' or 'M')
            || !Emotions.TryGetValue(name[3], out string? emotion)
            || !name.Where((_, i) => i is 1 or 2 or > 3).All(char.IsAsciiDigit)
        )
        {
            throw new ResearchException(
                $"'{name}.wav' is not named F or M, two digits of the speaker, one of {string.Join(' ', Emotions.Keys)} and the utterance's number (F01A01), as ShEMO's recordings are."
            );
        }

        return new Item(name, emotion, name[..3], null, content);
    }

    private static DatasetCard CardOf(PinnedDataset dataset, char sex, int speakers) =>
        new()
        {
            Dataset = dataset,
            Classes = [.. Emotions.Values.Order(StringComparer.Ordinal)],
            GroupKind = "speaker",
            Groups = [.. Enumerable.Range(1, speakers).Select(n => string.Create(CultureInfo.InvariantCulture, $"{sex}{n:00}"))],
            PublishedSubsets = [],
            ClaimNames = [],
            StandsInFor = [],
        };
}
