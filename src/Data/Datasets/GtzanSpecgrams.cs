using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>GTZAN as spectrograms: the first five seconds of each of its thousand clips, recovered from published pictures; no audio.</summary>
/// <remarks>
/// An item's matrix has shape [57 frames, 544 bins], lowest bin first. A value is a power in decibels, stretched for each clip from its own minimum (0) to its
/// maximum (255): levels of two clips cannot be compared. Frame k is centred at (1024 + 1920·k)/22050 s (Hann window of 2048 samples); bin b at (b + 0.5)·11025/544 Hz, and
/// mixes about two bins of the transform. Groups and published split: see <see cref="Gtzan"/>.
/// </remarks>
public static class GtzanSpecgrams
{
    public const int Frames = 57;
    public const int Bins = 544;

    /// <summary>Of the recordings that were drawn.</summary>
    public const int SampleRateHz = 22_050;

    /// <summary>From frame to frame.</summary>
    public const int HopSamples = 1920;

    /// <summary>Middle of the first frame.</summary>
    public const double FirstSeconds = 1024.0 / SampleRateHz;

    /// <summary>Rate of the frames, a second.</summary>
    public const double FramesPerSecond = (double)SampleRateHz / HopSamples;

    /// <summary>Width of a bin.</summary>
    public const double HertzPerBin = 11_025.0 / Bins;

    public static PinnedDataset Dataset => new("gtzan-specgrams", Read);

    public static DatasetCard Card => Gtzan.CardOf(Dataset, Gtzan.Clips) with { StandsInFor = ["fma-genre"] };

    /// <summary>Lists the pictures of a verified folder, named "gray/blues/blues00000.png".</summary>
    /// <exception cref="ResearchException">A picture is not named so, or splits.csv cannot be read.</exception>
    public static IReadOnlyList<Item> Read(string folder) => GtzanPictures.Read(folder, NameOf, Frames, Bins);

    private static string NameOf(string file) => file.Length > 5 ? $"{file[..^5]}.{file[^5..]}" : file;
}
