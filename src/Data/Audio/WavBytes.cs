namespace Research.Cli.Models;

/// <summary>A recording's bytes as a WAV that the package reads: the file's own, or ffmpeg's where that is installed.</summary>
internal static class AudioBytes
{
    private const int Start = 12;
    private const long MostBytes = 1L << 30; // a minute of sixteen channels of 32 bits at 192 kHz has less

    /// <exception cref="InputException">There is no such file, it cannot be read, or it is no sound.</exception>
    public static byte[] Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw InputException.Of(
                InputProblem.Folder,
                path,
                $"is a folder; name the files in it, for example {Path.Combine(path, "*.wav")}"
            );
        }

        if (!File.Exists(path))
        {
            throw InputException.Of(InputProblem.Missing, path, $"there is no such file.");
        }

        try
        {
            return Whole(path) is { } wav && !WavKind.NeedsAnother(wav) ? wav : Ffmpeg.ToWav(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw InputException.Of(InputProblem.Unreadable, path, $"cannot be read: {error.Message}");
        }
    }

    // Null where it does not begin as a WAV does.
    private static byte[]? Whole(string path)
    {
        using FileStream file = File.OpenRead(path);
        byte[] start = new byte[Start];
        int count = file.ReadAtLeast(start, Start, throwOnEndOfStream: false);
        if (count == 0)
        {
            throw InputException.Of(InputProblem.Empty, path, $"is empty (0 bytes).");
        }

        if (!WavKind.Begins(start.AsSpan(0, count)))
        {
            return null;
        }

        using var bytes = new MemoryStream();
        bytes.Write(start, 0, count);
        byte[] part = new byte[1 << 16];
        for (int read; (read = file.Read(part)) > 0; bytes.Write(part, 0, read))
        {
            if (bytes.Length + read > MostBytes)
            {
                throw InputException.Of(
                    InputProblem.TooLong,
                    path,
                    $"has more than {MostBytes >> 20} MiB; a model hears one word or sentence. Cut it first, for example: ffmpeg -i IN -ss 0 -t 5 OUT.wav"
                );
            }
        }

        return bytes.ToArray();
    }
}
