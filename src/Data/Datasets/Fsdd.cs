using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>The Free Spoken Digit Dataset: 3,000 recordings of ten digits by six speakers, 8 kHz.</summary>
/// <remarks>Named "{digit}_{speaker}_{index}.wav"; indices 0-4 are the published test set.</remarks>
public static class Fsdd
{
    private const int TestIndices = 5;

    public static PinnedDataset Dataset => new("fsdd", Read);

    public static DatasetCard Card =>
        new()
        {
            Dataset = Dataset,
            Classes = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
            GroupKind = "speaker",
            Groups = ["george", "jackson", "lucas", "nicolas", "theo", "yweweler"],
            PublishedSubsets = [Subset.Train, Subset.Test],
            ClaimNames = ["fsdd"],
            StandsInFor = [],
        };

    /// <summary>Lists the recordings of a verified folder.</summary>
    /// <exception cref="ResearchException">A WAV is not named as FSDD's are.</exception>
    public static IReadOnlyList<Item> Read(string folder) => WavFolder.Read(Path.Combine(folder, "recordings"), Parse);

    internal static Item Parse(string name, ItemContent content)
    {
        string[] parts = name.Split('_');
        if (
            parts.Length != 3
            || parts[0].Length != 1
            || !char.IsAsciiDigit(parts[0][0])
            || !int.TryParse(parts[2], out int index)
        )
        {
            throw new ResearchException($"'{name}.wav' is not named digit_speaker_index, as FSDD's recordings are.");
        }

        return new Item(name, parts[0], parts[1], index < TestIndices ? Subset.Test : Subset.Train, content);
    }
}
