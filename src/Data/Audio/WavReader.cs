using System.Buffers.Binary;
using System.Text;

namespace Research.Data.Audio;

/// <summary>Reads WAV files: 8, 16, 24 or 32-bit PCM and float, up to 64 channels, chunks in any order and of odd size.</summary>
/// <remarks>Channels are averaged into one. A size field of 0 or 0xFFFFFFFF on the data chunk (a stream that was never closed) means: to the end.</remarks>
public static class WavReader
{
    private const uint UnknownSize = 0xFFFFFFFF;

    /// <summary>Reads a file.</summary>
    /// <exception cref="AudioFormatException">The file is missing, empty, truncated or no WAV that can be read; the message says which.</exception>
    public static Waveform Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            string reason = Directory.Exists(path) ? "it is a folder." : error.Message;
            throw new AudioFormatException($"{path}: cannot be read: {reason}", error);
        }

        return Parse(bytes, path);
    }

    /// <summary>Reads a file's bytes; the name is for messages.</summary>
    /// <exception cref="AudioFormatException">The bytes are no WAV that can be read.</exception>
    public static Waveform Parse(ReadOnlySpan<byte> bytes, string file) => SampleDecoder.Decode(Find(bytes, file), file).Wave;

    /// <summary>Where a file's samples lie and how they are written, before they are decoded.</summary>
    /// <exception cref="AudioFormatException">The bytes are no WAV that can be read.</exception>
    internal static WavData Find(ReadOnlySpan<byte> bytes, string file)
    {
        CheckHeader(bytes, file);
        WavFormat? format = null;
        int position = 12;
        while (position + 8 <= bytes.Length)
        {
            string id = Encoding.Latin1.GetString(bytes.Slice(position, 4));
            uint size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(position + 4)..]);
            position += 8;
            if (id == "data")
            {
                return DataOf(bytes[position..], size, format, file);
            }

            if (size > bytes.Length - position)
            {
                throw new AudioFormatException(
                    $"{file}: chunk '{id}' claims {size} bytes but {bytes.Length - position} are left; the file is truncated or damaged."
                );
            }

            format = id == "fmt " ? WavFormat.Parse(bytes.Slice(position, (int)size), file) : format;
            position = (int)Math.Min(bytes.Length, position + (long)size + (size % 2)); // chunks of odd size are padded
        }

        throw new AudioFormatException($"{file}: has no 'data' chunk, so no samples; the file is truncated or damaged.");
    }

    private static void CheckHeader(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.Length == 0)
        {
            throw new AudioFormatException($"{file}: is empty (0 bytes).");
        }

        string magic = Encoding.Latin1.GetString(bytes[..Math.Min(4, bytes.Length)]);
        if (magic is "RIFX" or "RF64")
        {
            throw new AudioFormatException($"{file}: is a {magic} file; only RIFF (little-endian, below 4 GiB) can be read.");
        }

        if (bytes.Length < 12 || magic != "RIFF" || !bytes.Slice(8, 4).SequenceEqual("WAVE"u8))
        {
            throw new AudioFormatException(
                $"{file}: is no WAV file: it starts with {Describe(bytes)} where 'RIFF....WAVE' is needed."
            );
        }
    }

    private static WavData DataOf(ReadOnlySpan<byte> rest, uint size, WavFormat? format, string file)
    {
        if (format is null)
        {
            throw new AudioFormatException($"{file}: the 'data' chunk comes before any 'fmt ' chunk; the file is damaged.");
        }

        bool open = size == UnknownSize || (size == 0 && rest.Length > 0 && !IsChunks(rest));
        if (!open && size > rest.Length)
        {
            throw new AudioFormatException(
                $"{file}: is truncated: the header promises {size} bytes of samples and {rest.Length} are there."
            );
        }

        ReadOnlySpan<byte> data = open ? rest : rest[..(int)size];
        return data.Length >= format.BytesPerFrame
            ? new WavData(format, data)
            : throw new AudioFormatException($"{file}: holds no samples.") { Problem = RecordingProblem.TooShort };
    }

    // An empty data chunk may be followed by others; the samples of a stream that was never closed do not read as chunks to the end.
    private static bool IsChunks(ReadOnlySpan<byte> rest)
    {
        long position = 0;
        while (position + 8 <= rest.Length)
        {
            ReadOnlySpan<byte> id = rest.Slice((int)position, 4);
            if (id.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7E) >= 0)
            {
                return false;
            }

            uint size = BinaryPrimitives.ReadUInt32LittleEndian(rest[((int)position + 4)..]);
            position += 8 + (long)size + (size % 2);
        }

        return position == rest.Length || position == rest.Length + 1L; // the last pad byte may be missing
    }

    private static string Describe(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> start = bytes[..Math.Min(12, bytes.Length)];
        bool text = start.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7E) < 0;
        return text ? $"the text \"{Encoding.Latin1.GetString(start)}\"" : $"the bytes {Convert.ToHexString(start)}";
    }
}
