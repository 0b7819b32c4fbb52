using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>GTZAN as mel spectrograms: 30 seconds of each of its thousand clips, recovered from published pictures; no audio.</summary>
/// <remarks>
/// An item's matrix has shape [173 columns of time, 172 rows of frequency], lowest first: about 1,292 frames and 128 mel bands (22,050 Hz, 2048 samples, hop 512), as they were drawn.
/// Values are levels, 0 to 255: 255·(dB + 80)/80 below the clip's maximum, where the decibels were taken twice over, so that 0 stands for all that is more than 40 dB
/// below. Silence was cut out before. Groups and published split: see <see cref="Gtzan"/>.
/// </remarks>
public static class GtzanMel
{
    public const int Frames = 173;
    public const int Bins = 172;

    public static PinnedDataset Dataset => new("gtzan-mel", Read);

    public static DatasetCard Card => Gtzan.CardOf(Dataset, Gtzan.Clips);

    /// <summary>Lists the pictures of a verified folder, named "gray/blues/blues.00000.png".</summary>
    /// <exception cref="ResearchException">A picture is not named so, or splits.csv cannot be read.</exception>
    public static IReadOnlyList<Item> Read(string folder) => GtzanPictures.Read(folder, name => name, Frames, Bins);
}
