using System.IO.Compression;
using Research.Data.Audio;
using Research.Data.Audio.Wav;

namespace Research.Data.Datasets;

/// <summary>The recordings of a zip archive that stays packed. Names are read now, samples when they are asked for.</summary>
/// <remarks>Each recording opens the archive for itself, since one open archive serves one thread.</remarks>
internal static class WavArchive
{
    private const long MostBytes = 1L << 28; // 46 minutes of 16 bits at 48 kHz

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
                ZipArchiveEntry entry = zip.GetEntry(name)!;
                if (entry.Length > MostBytes)
                {
                    throw new RecordingException(
                        $"{archive}: {name} inflates to {entry.Length} bytes; a recording has at most {MostBytes}."
                    );
                }

                byte[] bytes = new byte[entry.Length]; // what would inflate to more than it says is cut there
                using Stream source = entry.Open();
                source.ReadExactly(bytes);
                return WavReader.Parse(bytes, $"{archive}: {name}");
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
