using Research.Data.Audio.Wav;

namespace Research.Data.Own;

/// <summary>A user's own recordings, as <c>research data add</c> put them into the store.</summary>
public static class OwnRecordings
{
    /// <summary>Folder of the recordings, below the dataset's.</summary>
    internal const string Folder = "recordings";

    /// <summary>The dataset of that name, for the Data of an experiment.</summary>
    public static PinnedDataset Named(string id) => new(id, Read);

    /// <summary>Lists the recordings of a verified folder.</summary>
    /// <exception cref="Numerics.ResearchException">The folder holds no dataset of a user's.</exception>
    public static IReadOnlyList<Item> Read(string folder) =>
        [
            .. OwnIndex
                .Read(folder)
                .Select(own => new Item(
                    own.Item.Id,
                    own.Item.Label,
                    own.Item.Group,
                    own.Item.Subset,
                    new WaveformContent(() => WavReader.Read(Path.Combine(folder, own.Stored)))
                )),
        ];
}
