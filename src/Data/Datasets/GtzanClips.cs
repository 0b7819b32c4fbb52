using Research.Data.Audio.Wav;
using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>499 real recordings of GTZAN: 2.0 s each at 16 kHz, numbers 1 to 50 of each genre without classical 41.</summary>
/// <remarks>
/// Where in its 30 seconds a clip was cut is not stated, so it is not the same sound as the clip of the same name in the other sets; genre, song and the published
/// lists hold for it all the same. Groups and published split: see <see cref="Gtzan"/>.
/// </remarks>
public static class GtzanClips
{
    private const int ClipsAGenre = 50;

    public static PinnedDataset Dataset => new("gtzan-clips", Read);

    public static DatasetCard Card =>
        Gtzan.CardOf(
            Dataset,
            (from genre in Gtzan.Genres from number in Enumerable.Range(1, ClipsAGenre) select Gtzan.NameOf(genre, number)).Where(
                clip => clip != "classical.00041"
            )
        );

    /// <summary>Lists the recordings of a verified folder, named "blues/blues.00001.wav".</summary>
    /// <exception cref="ResearchException">A WAV is not named so, or splits.csv cannot be read.</exception>
    public static IReadOnlyList<Item> Read(string folder)
    {
        IReadOnlyDictionary<string, Subset> parts = Gtzan.Parts(folder);
        return
        [
            .. Directory
                .EnumerateFiles(folder, "*.wav", SearchOption.AllDirectories)
                .OrderBy(Path.GetFileNameWithoutExtension, StringComparer.Ordinal)
                .Select(file =>
                    Gtzan.ItemOf(Path.GetFileNameWithoutExtension(file), parts, new WaveformContent(() => WavReader.Read(file)))
                ),
        ];
    }
}
