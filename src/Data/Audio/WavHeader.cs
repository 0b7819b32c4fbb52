using System.Buffers.Binary;

namespace Research.Data.Audio;

/// <summary>What the first chunks of a file say of it, before it is read.</summary>
internal static class WavHeader
{
    private const ushort Pcm = 1;
    private const ushort Float = 3;
    private const ushort Extensible = 0xFFFE;

    /// <summary>Whether a file begins as a WAV does; one that is cut off within these bytes is a damaged WAV.</summary>
    public static bool Begins(ReadOnlySpan<byte> start) =>
        start.StartsWith("RIFF"u8) && (start.Length < 12 || start[8..].StartsWith("WAVE"u8));

    /// <summary>Whether its samples are coded in a way (such as µ-law or ADPCM) that another program must undo.</summary>
    public static bool NeedsDecoder(ReadOnlySpan<byte> wav)
    {
        int format = Chunk(wav, "fmt "u8);
        return format >= 0
            && format + 2 <= wav.Length
            && BinaryPrimitives.ReadUInt16LittleEndian(wav[format..]) is not (Pcm or Float or Extensible);
    }

    // Where a chunk's content begins; -1 where there is none before the samples.
    private static int Chunk(ReadOnlySpan<byte> wav, ReadOnlySpan<byte> id)
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
