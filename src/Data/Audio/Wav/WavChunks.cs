using System.Buffers.Binary;
using System.Text;

namespace Research.Data.Audio.Wav;

/// <summary>A chunk: its name, and where its content stands.</summary>
/// <param name="Bytes">As its header promises them.</param>
internal readonly record struct WavChunk(string Id, long Start, long Bytes)
{
    public long End => Start + Bytes;
}

/// <summary>The chunks of a file, one after another.</summary>
/// <param name="file">Can be read at any place.</param>
/// <param name="container">How the chunks are laid.</param>
/// <param name="origin">Where the container begins in the file.</param>
internal sealed class WavChunks(Stream file, WavContainer container, long origin)
{
    // Names that chunks of sound have; others are passed over by their size alone.
    private static readonly HashSet<uint> Names =
    [
        .. "fmt |data|fact|LIST|INFO|bext|cue |plst|smpl|inst|JUNK|junk|PAD |FLLR|id3 |ID3 |iXML|axml|chna|DISP|acid|PEAK|cart|levl|umid|afsp|_PMX|slnt|wavl|ds64|r64m"
            .Split('|')
            .Select(name => BinaryPrimitives.ReadUInt32BigEndian(Encoding.Latin1.GetBytes(name))),
    ];

    private readonly long _length = file.Length;

    /// <summary>More than any file of sound has; one of more is made to be slow.</summary>
    public const int Most = 1 << 16;

    /// <summary>The chunk that stands at a place; null where no header has room there.</summary>
    public WavChunk? At(long place)
    {
        if (place < 0 || place + container.HeaderBytes > _length)
        {
            return null;
        }

        Span<byte> header = stackalloc byte[container.HeaderBytes];
        file.Position = place;
        file.ReadExactly(header);
        (string id, long bytes) = container.Header(header);
        return new WavChunk(id, place + header.Length, bytes);
    }

    public WavChunk? First => At(origin + container.FirstChunk);

    /// <summary>The chunk after one. Where a writer left the pad byte of odd content out, the chunk stands a byte earlier.</summary>
    public WavChunk? After(WavChunk chunk)
    {
        WavChunk? next = At(container.Next(chunk.Start, chunk.Bytes));
        bool odd = container.Alignment == 2 && chunk.Bytes % 2 == 1;
        return odd && !(next is { } padded && IsKnown(padded)) && At(chunk.End) is { } unpadded && IsKnown(unpadded)
            ? unpadded
            : next;
    }

    /// <summary>Whether chunks stand from a place to the end of the file; the last pad byte may be missing.</summary>
    public bool ReachEnd(long place)
    {
        for (int count = 0; At(place) is { } chunk; count++)
        {
            if (count == Most || chunk.Bytes < 0 || !IsPrintable(chunk.Id))
            {
                return false;
            }

            place = container.Next(chunk.Start, chunk.Bytes);
            if (place > _length)
            {
                return place == _length + 1 && chunk.End == _length;
            }
        }

        return place == _length;
    }

    /// <summary>Where, in the last bytes of a file, chunks begin that reach its end, the first of a known name; the length of the bytes where there are none.</summary>
    /// <remarks>From the end backwards, so that each place is looked at once, whatever stands there.</remarks>
    public int Trailer(ReadOnlySpan<byte> tail)
    {
        var reaches = new bool[tail.Length + 1];
        reaches[^1] = true;
        int first = tail.Length;
        for (int i = tail.Length - container.HeaderBytes; i >= 0; i--)
        {
            (string id, long bytes) = IsPrintable(tail[i]) ? container.Header(tail[i..]) : ("", -1);
            if (bytes < 0 || bytes > tail.Length || !IsPrintable(id))
            {
                continue;
            }

            long start = i + container.HeaderBytes;
            long next = container.Next(start, bytes);
            reaches[i] = next <= tail.Length ? reaches[next] : next == tail.Length + 1 && start + bytes == tail.Length;
            first = reaches[i] && IsKnown(tail.Slice(i, 4)) ? i : first;
        }

        return first;
    }

    /// <summary>Whether four bytes are the name of a chunk that files of sound have.</summary>
    public static bool IsKnown(ReadOnlySpan<byte> name) => Names.Contains(BinaryPrimitives.ReadUInt32BigEndian(name));

    private static bool IsKnown(WavChunk chunk) => IsKnown(Encoding.Latin1.GetBytes(chunk.Id));

    private static bool IsPrintable(byte value) => value is >= 0x20 and <= 0x7E;

    private static bool IsPrintable(string id) =>
        Encoding.Latin1.GetBytes(id).AsSpan().IndexOfAnyExceptInRange((byte)0x20, (byte)0x7E) < 0;
}
