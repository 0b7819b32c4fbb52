using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>"one two three" by two of the course's speakers: onetwothree1.wav (a man) and onetwothree8.wav (a woman).</summary>
public static class NtuaPhrases
{
    private const string Phrase = "onetwothree";

    public static PinnedDataset Dataset => new("ntua-phrases", Read);

    public static DatasetCard Card =>
        new()
        {
            Dataset = Dataset,
            Classes = ["one two three"],
            GroupKind = "speaker",
            Groups = ["1", "8"],
            PublishedSubsets = [],
            ClaimNames = ["onetwothree"],
            StandsInFor = [],
        };

    /// <summary>Lists both; the label is "one two three", the speaker the number.</summary>
    /// <exception cref="ResearchException">A WAV is not named as the course's are.</exception>
    public static IReadOnlyList<Item> Read(string folder) => WavFolder.Read(folder, Parse);

    internal static Item Parse(string name, ItemContent content) =>
        name.StartsWith(Phrase, StringComparison.Ordinal) && name.Length > Phrase.Length
            ? new Item(name, "one two three", name[Phrase.Length..], null, content)
            : throw new ResearchException($"'{name}.wav' is not named {Phrase} and a speaker number, as the course's are.");
}
