using System.Buffers.Binary;
using System.Text;

namespace Research.Data.Audio.Wav;

/// <summary>Where the samples of a WAV file stand and how they are written.</summary>
/// <param name="Start">Of the samples, in the file.</param>
/// <param name="Frames">Samples a channel, at least one.</param>
/// <param name="Warnings">What the file says of itself and is not so.</param>
internal sealed record WavLayout(WavFormat Format, long Start, long Frames, IReadOnlyList<string> Warnings)
{
    public double DurationSeconds => (double)Frames / Format.SampleRateHz;

    /// <summary>Whether a file begins as a WAV does, a tag before it or not; one that is cut off within its first bytes is a damaged WAV.</summary>
    public static bool Begins(Stream file) => WavContainer.Of(StartAt(file, Id3Tag.BytesBeforeWav(file))) is not null;

    /// <summary>Looks through a file that can be read at any place. Samples of a coding that is not known are found too.</summary>
    /// <param name="name">For messages.</param>
    /// <exception cref="RecordingException">The file is no WAV, or damaged.</exception>
    public static WavLayout Of(Stream file, string name)
    {
        long origin = Id3Tag.BytesBeforeWav(file);
        WavContainer container = ContainerOf(file, origin, name);
        var chunks = new WavChunks(file, container, origin);
        var warnings = new List<string>();
        (WavFormat? format, long? bytes) = (null, null);
        int count = 0;
        for (WavChunk? next = chunks.First; next is { } chunk; next = chunks.After(chunk))
        {
            if (++count > WavChunks.Most)
            {
                throw Damaged(name, $"has more than {WavChunks.Most} chunks before its samples; it is no recording.");
            }

            if (chunk.Id == "data")
            {
                return OfData(
                    file,
                    chunks,
                    bytes is { } true64 && chunk.Bytes == uint.MaxValue ? chunk with { Bytes = true64 } : chunk,
                    format,
                    warnings,
                    name
                );
            }

            if (chunk.Bytes < 0 || chunk.End > file.Length)
            {
                throw Damaged(
                    name,
                    $"chunk '{chunk.Id}' claims {Math.Max(0, chunk.Bytes)} bytes but {file.Length - chunk.Start} are left; the file is truncated or damaged."
                );
            }

            format =
                chunk.Id == "fmt "
                    ? FormatChunk.Read(Content(file, chunk, FormatChunk.Most), container.BigEndian, name, warnings)
                    : format;
            bytes =
                chunk.Id == "ds64" && chunk.Bytes >= 16
                    ? BinaryPrimitives.ReadInt64LittleEndian(Content(file, chunk, 16).AsSpan(8))
                    : bytes;
        }

        throw Damaged(name, $"has no 'data' chunk, so no samples; the file is truncated or damaged.");
    }

    private static WavLayout OfData(
        Stream file,
        WavChunks chunks,
        WavChunk data,
        WavFormat? format,
        List<string> warnings,
        string name
    )
    {
        if (format is null)
        {
            throw Damaged(name, $"the 'data' chunk comes before any 'fmt ' chunk; the file is damaged.");
        }

        long frames = DataExtent.Of(file, chunks, data, format, warnings) / format.BytesPerFrame;
        return frames > 0
            ? new(format, data.Start, frames, warnings)
            : throw RecordingException.Of(RecordingProblem.TooShort, name, $"holds no samples.");
    }

    private static WavContainer ContainerOf(Stream file, long origin, string name)
    {
        if (file.Length == 0)
        {
            throw RecordingException.Of(RecordingProblem.Empty, name, $"is empty (0 bytes).");
        }

        byte[] start = StartAt(file, origin);
        return WavContainer.Of(start) is { } container && start.Length >= 12
            ? container
            : throw Damaged(name, $"is no WAV file: it starts with {Described(start)} where 'RIFF....WAVE' is needed.");
    }

    private static byte[] StartAt(Stream file, long origin) =>
        Content(file, new WavChunk("", origin, file.Length - origin), WavContainer.StartBytes);

    private static byte[] Content(Stream file, WavChunk chunk, int most)
    {
        byte[] content = new byte[Math.Min(most, chunk.Bytes)];
        file.Position = chunk.Start;
        file.ReadExactly(content);
        return content;
    }

    private static string Described(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> start = bytes[..Math.Min(12, bytes.Length)];
        bool text = start.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7E) < 0;
        return text ? $"the text \"{Encoding.Latin1.GetString(start)}\"" : $"the bytes {Convert.ToHexString(start)}";
    }

    private static RecordingException Damaged(string name, FormattableString words) =>
        RecordingException.Of(RecordingProblem.Damaged, name, words);
}
