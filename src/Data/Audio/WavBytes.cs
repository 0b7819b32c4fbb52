namespace Research.Data.Audio;

/// <summary>A recording's bytes as a WAV that <see cref="WavReader"/> reads: the file's own, or ffmpeg's where that is installed.</summary>
internal static class WavBytes
{
    /// <summary>Bytes of a WAV file that is held in memory, at most.</summary>
    public const long Most = 256 << 20; // a minute of sixteen channels of 32 bits at 48 kHz has less

    private const int StartBytes = 12;

    /// <exception cref="RecordingException">There is no such file, it cannot be read, or it is no sound.</exception>
    public static ReadOnlyMemory<byte> Read(string path, RecordingLimits limits)
    {
        if (Directory.Exists(path))
        {
            throw RecordingException.Of(
                RecordingProblem.Folder,
                path,
                $"is a folder; name the files in it, for example {Path.Combine(path, "*.wav")}"
            );
        }

        if (!File.Exists(path))
        {
            throw RecordingException.Of(RecordingProblem.Missing, path, $"there is no such file.");
        }

        try
        {
            return Whole(path) is { } wav && !WavHeader.NeedsDecoder(wav.Span)
                ? wav
                : Ffmpeg.ToWav(path, limits.LongestSeconds, FfmpegBounds.Standard);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RecordingException.Of(RecordingProblem.Unreadable, path, $"cannot be read: {error.Message}");
        }
    }

    /// <summary>The refusal of a recording with more bytes than fit.</summary>
    public static RecordingException TooMany(string path, long most) =>
        RecordingException.Of(
            RecordingProblem.TooLong,
            path,
            $"has more than {most >> 20} MiB; a model hears one word or sentence. Cut it first, for example: ffmpeg -i IN -ss 0 -t 5 OUT.wav"
        );

    // Null where it does not begin as a WAV does.
    private static ReadOnlyMemory<byte>? Whole(string path)
    {
        using FileStream file = File.OpenRead(path);
        byte[] start = new byte[StartBytes];
        int count = file.ReadAtLeast(start, StartBytes, throwOnEndOfStream: false);
        if (count == 0)
        {
            throw RecordingException.Of(RecordingProblem.Empty, path, $"is empty (0 bytes).");
        }

        if (!WavHeader.Begins(start.AsSpan(0, count)))
        {
            return null;
        }

        var bytes = new MemoryStream();
        bytes.Write(start, 0, count);
        byte[] part = new byte[1 << 16];
        for (int read; (read = file.Read(part)) > 0; bytes.Write(part, 0, read))
        {
            if (bytes.Length + read > Most)
            {
                throw TooMany(path, Most);
            }
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
