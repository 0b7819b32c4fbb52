using System.IO.Compression;
using Research.Data.Audio;
using Research.Data.Audio.Wav;

namespace Research.Data.Datasets;

/// <summary>The recordings of a zip archive that stays packed. Names are read now, samples when they are asked for.</summary>
/// <remarks>Each recording opens the archive for itself, since one open archive serves one thread.</remarks>
internal static class WavArchive
{
    /// <param name="archive">Path of the archive.</param>
    /// <param name="parse">From a name without folder and extension and the content to an item.</param>
    /// <exception cref="RecordingException">The archive is damaged.</exception>
    public static IReadOnlyList<Item> Read(string archive, Func<string, WaveformContent, Item> parse) =>
        Within(
            archive,
            zip =>
                zip.Entries.Select(entry => entry.FullName)
                    .Where(name => name.EndsWith(".wav", StringComparison.OrdinalIgnoreCase))
                    .Select(name => parse(Path.GetFileNameWithoutExtension(name), new(() => Decode(archive, name))))
                    .ToArray()
        );

    private static Waveform Decode(string archive, string name) =>
        Within(
            archive,
            zip =>
            {
                using var bytes = new MemoryStream();
                using Stream source = zip.GetEntry(name)!.Open();
                source.CopyTo(bytes);
                return WavReader.Parse(bytes.ToArray(), $"{archive}: {name}");
            }
        );

    private static T Within<T>(string archive, Func<ZipArchive, T> read)
    {
        try
        {
            using ZipArchive zip = ZipFile.OpenRead(archive);
            return read(zip);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            throw new RecordingException($"{archive}: cannot be read as a zip archive: {error.Message}", error);
        }
    }
}
