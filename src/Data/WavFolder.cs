using Research.Data.Audio;
using Research.Numerics;

namespace Research.Data;

/// <summary>The recordings of a folder, in ordinal order of their names.</summary>
internal static class WavFolder
{
    public static IReadOnlyList<Clip> Read(string folder, Func<string, Waveform, Clip> parse)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*.wav").Order(StringComparer.Ordinal)];
        return Work.Select(files.Length, i => parse(Path.GetFileNameWithoutExtension(files[i]), WavReader.Read(files[i])));
    }
}
