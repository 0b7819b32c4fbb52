using System.Buffers.Binary;

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

/// <summary>What a file's first chunks say of its kind, before it is read.</summary>
internal static class WavKind
{
    private const ushort Pcm = 1;
    private const ushort Float = 3;
    private const ushort Extensible = 0xFFFE;

    /// <summary>Whether a file begins as a WAV does; one that is cut off within these bytes is a damaged WAV.</summary>
    public static bool Begins(ReadOnlySpan<byte> start) =>
        start.StartsWith("RIFF"u8) && (start.Length < 12 || start[8..].StartsWith("WAVE"u8));

    /// <summary>Whether its samples are coded in a way (such as µ-law or ADPCM) that another program must undo.</summary>
    public static bool NeedsAnother(ReadOnlySpan<byte> wav)
    {
        int format = Chunk(wav, "fmt "u8);
        return format >= 0
            && format + 2 <= wav.Length
            && BinaryPrimitives.ReadUInt16LittleEndian(wav[format..]) is not (Pcm or Float or Extensible);
    }

    /// <summary>Where a chunk's content begins; -1 where there is none before the samples.</summary>
    public static int Chunk(ReadOnlySpan<byte> wav, ReadOnlySpan<byte> id)
    {
        for (long position = 12; position + 8 <= wav.Length; )
        {
            ReadOnlySpan<byte> chunk = wav[(int)position..];
            if (chunk.StartsWith(id))
            {
                return (int)position + 8;
            }

            if (chunk.StartsWith("data"u8))
            {
                break;
            }

            uint size = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            position += 8 + (long)size + (size % 2);
        }

        return -1;
    }
}
