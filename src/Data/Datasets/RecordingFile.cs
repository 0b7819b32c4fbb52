using Research.Data.Audio;
using Research.Data.Audio.Reading;

namespace Research.Data.Datasets;

/// <summary>A recording of any format, as the content of an item.</summary>
internal static class RecordingFile
{
    /// <summary>Decoded when it is asked for, at its own rate, channels averaged.</summary>
    public static WaveformContent ContentOf(string file) =>
        new(() =>
        {
            using OpenRecording open = RecordingReader.Open(file, RecordingLimits.Anything);
            return open.ReadAll().Wave;
        });
}
