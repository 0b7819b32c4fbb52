using Research.Data.Audio.Wav;

namespace Research.Data.Datasets;

/// <summary>The recordings of a folder, in ordinal order of their names. Names are read now, samples when they are asked for.</summary>
internal static class WavFolder
{
    /// <param name="folder">Holds the files; folders in it are left out.</param>
    /// <param name="parse">From a name without extension and the content to an item.</param>
    public static IReadOnlyList<Item> Read(string folder, Func<string, WaveformContent, Item> parse) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.wav")
                .Order(StringComparer.Ordinal)
                .Select(file => parse(Path.GetFileNameWithoutExtension(file), new(() => WavReader.Read(file)))),
        ];
}
