namespace Research.Data.Audio.Wav;

/// <summary>
/// Reads WAV files whole: RIFF, RIFX, RF64 and Wave64; PCM of 1 to 64 bits, float of 32 and 64, µ-law and A-law; up to 64 channels, chunks in any order and of
/// odd size. Channels are averaged.
/// </summary>
/// <remarks>How sizes that no recorder knew are understood: <see cref="DataExtent"/>. Oracle: scipy.io.wavfile over the files of its own tests and reported ones.</remarks>
public static class WavReader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="RecordingException">The file is missing, empty or no WAV that can be read; the message says which.</exception>
    public static Waveform Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return Decode(file, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            string reason = Directory.Exists(path) ? "it is a folder." : error.Message;
            throw new RecordingException($"{path}: cannot be read: {reason}", error) { Problem = RecordingProblem.Unreadable };
        }
    }

    /// <summary>Reads a file's bytes; the name is for messages.</summary>
    /// <exception cref="RecordingException">The bytes are no WAV that can be read.</exception>
    public static Waveform Parse(byte[] bytes, string name)
    {
        using var file = new MemoryStream(bytes, writable: false);
        return Decode(file, name);
    }

    private static Waveform Decode(Stream file, string name)
    {
        WavLayout layout = WavLayout.Of(file, name);
        layout.Format.RequireKnown(name);
        if (layout.Frames > Waveform.MostSamples)
        {
            throw RecordingException.Of(
                RecordingProblem.TooLong,
                name,
                $"has {layout.Frames} samples a channel; at most {Waveform.MostSamples} can be held in memory. Cut it first."
            );
        }

        return new Waveform(new WavSamples(file, layout, name).ReadAll().Samples, layout.Format.SampleRateHz);
    }
}
