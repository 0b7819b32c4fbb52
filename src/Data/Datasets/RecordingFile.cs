using Research.Data.Audio.Decoding;
using Research.Data.Audio.Wav;

namespace Research.Data.Datasets;

/// <summary>A recording of a dataset, as the content of an item: decoded when it is asked for, at its own rate, channels averaged.</summary>
internal static class RecordingFile
{
    /// <summary>MPEG audio where its name ends so, else a WAV.</summary>
    public static WaveformContent ContentOf(string file) =>
        new(() =>
            Path.GetExtension(file).Equals(".mp3", StringComparison.OrdinalIgnoreCase) ? Mp3File.Read(file) : WavReader.Read(file)
        );
}
