using System.Buffers.Binary;
using System.Text;

namespace Research.Data.Audio.Wav;

/// <summary>The ways in which chunks of sound are laid in a file.</summary>
/// <remarks>
/// RIFF and its big-endian twin RIFX (Microsoft and IBM, 1991); RF64 and BW64, whose true sizes stand in a chunk "ds64" (EBU Tech 3306; ITU-R BS.2088);
/// Sony's Wave64, with names of 16 bytes and sizes of 8, which count the header too and are filled up to 8.
/// </remarks>
internal sealed record WavContainer
{
    private static readonly byte[] Wave64Riff = Convert.FromHexString("726966662E91CF11A5D628DB04C10000");
    private static readonly byte[] Wave64Wave = Convert.FromHexString("77617665F3ACD3118CD100C04F8EDB8A");

    /// <summary>Bytes that tell a container.</summary>
    public const int StartBytes = 40;

    public required string Name { get; init; }

    public required bool BigEndian { get; init; }

    /// <summary>Bytes of a chunk's name.</summary>
    public required int NameBytes { get; init; }

    /// <summary>Bytes of a chunk's size.</summary>
    public required int SizeBytes { get; init; }

    /// <summary>Content is filled up to a multiple of this.</summary>
    public required int Alignment { get; init; }

    /// <summary>Where the first chunk stands.</summary>
    public required int FirstChunk { get; init; }

    public int HeaderBytes => NameBytes + SizeBytes;

    private static WavContainer Riff(string name) =>
        new()
        {
            Name = name,
            BigEndian = name == "RIFX",
            NameBytes = 4,
            SizeBytes = 4,
            Alignment = 2,
            FirstChunk = 12,
        };

    private static WavContainer Wave64 { get; } =
        new()
        {
            Name = "Wave64",
            BigEndian = false,
            NameBytes = 16,
            SizeBytes = 8,
            Alignment = 8,
            FirstChunk = StartBytes,
        };

    /// <summary>The container that a file begins as; one that is cut off within its first bytes counts. Null where it is none.</summary>
    public static WavContainer? Of(ReadOnlySpan<byte> start)
    {
        if (
            start.Length >= 16
            && start.StartsWith(Wave64Riff)
            && (start.Length < StartBytes || start[24..].StartsWith(Wave64Wave))
        )
        {
            return Wave64;
        }

        string name = Encoding.Latin1.GetString(start[..Math.Min(4, start.Length)]);
        bool wave = name is "RIFF" or "RIFX" or "RF64" or "BW64" && (start.Length < 12 || start[8..].StartsWith("WAVE"u8));
        return wave ? Riff(name) : null;
    }

    /// <summary>A chunk's name and the bytes of its content, as its header promises them.</summary>
    public (string Id, long Bytes) Header(ReadOnlySpan<byte> header)
    {
        string id = Encoding.Latin1.GetString(header[..4]);
        ReadOnlySpan<byte> size = header[NameBytes..];
        return SizeBytes == 8
            ? (id, (long)Math.Min(long.MaxValue, BinaryPrimitives.ReadUInt64LittleEndian(size)) - HeaderBytes)
            : (id, BigEndian ? BinaryPrimitives.ReadUInt32BigEndian(size) : BinaryPrimitives.ReadUInt32LittleEndian(size));
    }

    /// <summary>Where the next chunk stands, after content of so many bytes.</summary>
    public long Next(long start, long bytes) => start + bytes + ((Alignment - (bytes % Alignment)) % Alignment);
}
