using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>The course recordings: nine words by fifteen speakers, two missing, 16 kHz; no published split.</summary>
/// <remarks>Named "{word}{speaker}.wav".</remarks>
public static class NtuaDigits
{
    private static readonly string[] Words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    public static PinnedDataset Dataset => new("ntua-digits", Read);

    public static DatasetCard Card =>
        new()
        {
            Dataset = Dataset,
            Classes = ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
            GroupKind = "speaker",
            Groups = ["1", "10", "11", "12", "13", "14", "15", "2", "3", "4", "5", "6", "7", "8", "9"],
            PublishedSubsets = [],
            ClaimNames = ["digits-133"],
            StandsInFor = [],
        };

    /// <summary>Lists the digits of a verified folder; the label is the digit, "1" to "9".</summary>
    /// <exception cref="ResearchException">A WAV is not named as the course's are.</exception>
    public static IReadOnlyList<Item> Read(string folder) => WavFolder.Read(Path.Combine(folder, "digits"), Parse);

    internal static Item Parse(string name, ItemContent content)
    {
        string word = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        int digit = Array.IndexOf(Words, word) + 1;
        if (digit == 0 || word.Length == name.Length)
        {
            throw new ResearchException(
                $"'{name}.wav' is not named word and speaker number (one1 … nine15), as the course's are."
            );
        }

        return new Item(name, $"{digit}", name[word.Length..], null, content);
    }
}
