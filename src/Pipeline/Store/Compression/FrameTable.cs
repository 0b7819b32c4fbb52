using System.Buffers.Binary;

namespace Research.Pipeline.Store.Compression;

/// <summary>Where each frame of a compressed file begins, in the file and in its content.</summary>
/// <remarks>
/// Stored behind the frames as a frame that zstd skips, so that zstd's own tools read the file. Source: Zstandard Seekable Format 0.1.0,
/// of zstd's contributions, without checksums in the table (each frame has its own).
/// </remarks>
internal sealed class FrameTable
{
    private const uint SkippableMagic = 0x184D2A5E;
    private const uint SeekableMagic = 0x8F92EAB1;
    private const int HeadBytes = 8;
    private const int EntryBytes = 8;
    private const int FootBytes = 9;

    private readonly long[] _packed;
    private readonly long[] _content;

    private FrameTable(long[] packed, long[] content) => (_packed, _content) = (packed, content);

    /// <summary>Bytes of content in all frames.</summary>
    public long ContentBytes => _content[^1];

    /// <summary>Bytes of the longest frame as it lies in the file.</summary>
    public int LongestPacked { get; private init; }

    /// <summary>The frame that holds that byte of the content, which must be less than all of it.</summary>
    public int FrameAt(long position)
    {
        int found = Array.BinarySearch(_content, position);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>Place of a frame in the file.</summary>
    public (long Start, int Bytes) PackedOf(int frame) => (_packed[frame], (int)(_packed[frame + 1] - _packed[frame]));

    /// <summary>Place of a frame in the content.</summary>
    public (long Start, int Bytes) ContentOf(int frame) => (_content[frame], (int)(_content[frame + 1] - _content[frame]));

    /// <summary>Appends the table of frames with those lengths.</summary>
    public static void Write(Stream file, IReadOnlyList<(int Packed, int Content)> frames)
    {
        byte[] bytes = new byte[HeadBytes + (EntryBytes * frames.Count) + FootBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, SkippableMagic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - HeadBytes);
        for (int i = 0; i < frames.Count; i++)
        {
            Span<byte> entry = bytes.AsSpan(HeadBytes + (EntryBytes * i), EntryBytes);
            BinaryPrimitives.WriteInt32LittleEndian(entry, frames[i].Packed);
            BinaryPrimitives.WriteInt32LittleEndian(entry[4..], frames[i].Content);
        }

        Span<byte> foot = bytes.AsSpan(bytes.Length - FootBytes);
        BinaryPrimitives.WriteInt32LittleEndian(foot, frames.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(foot[5..], SeekableMagic);
        file.Write(bytes);
    }

    /// <summary>Reads the table of a file.</summary>
    /// <exception cref="DamagedObjectException">The file has none, or one that does not fit it.</exception>
    public static FrameTable Read(FileStream file)
    {
        byte[] foot = Tail(file, FootBytes);
        int frames = BinaryPrimitives.ReadInt32LittleEndian(foot);
        if (BinaryPrimitives.ReadUInt32LittleEndian(foot.AsSpan(5)) != SeekableMagic || foot[4] != 0)
        {
            throw Damaged(file, "does not end in a table of frames");
        }

        long tail = HeadBytes + ((long)EntryBytes * frames) + FootBytes;
        if (frames < 0 || tail > file.Length)
        {
            throw Damaged(file, $"names {frames} frames, which do not fit into {file.Length} bytes");
        }

        return Parse(file, Tail(file, tail).AsSpan(HeadBytes, EntryBytes * frames), file.Length - tail);
    }

    private static FrameTable Parse(FileStream file, ReadOnlySpan<byte> entries, long packedBytes)
    {
        int frames = entries.Length / EntryBytes;
        (long[] packed, long[] content, int longest) = (new long[frames + 1], new long[frames + 1], 0);
        for (int i = 0; i < frames; i++)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(entries[(EntryBytes * i)..]);
            int inside = BinaryPrimitives.ReadInt32LittleEndian(entries[((EntryBytes * i) + 4)..]);
            if (length <= 0 || inside is <= 0 or > FrameWriter.FrameBytes)
            {
                throw Damaged(file, $"has a frame of {length} bytes that holds {inside}");
            }

            (packed[i + 1], content[i + 1], longest) = (packed[i] + length, content[i] + inside, Math.Max(longest, length));
        }

        return packed[^1] == packedBytes
            ? new FrameTable(packed, content) { LongestPacked = longest }
            : throw Damaged(file, $"has frames of {packed[^1]} bytes in {packedBytes}");
    }

    private static byte[] Tail(FileStream file, long bytes)
    {
        if (file.Length < bytes)
        {
            throw Damaged(file, $"has only {file.Length} bytes");
        }

        byte[] tail = new byte[bytes];
        file.Position = file.Length - bytes;
        file.ReadExactly(tail);
        return tail;
    }

    private static DamagedObjectException Damaged(FileStream file, string how) =>
        new($"{file.Name} is damaged: it {how}. Run again: it is made anew.");
}
