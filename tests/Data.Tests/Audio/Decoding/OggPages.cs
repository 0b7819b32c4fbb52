using System.Buffers.Binary;

namespace Research.Data.Tests.Audio.Decoding;

/// <summary>Pages of an Ogg stream.</summary>
internal static class OggPages
{
    private const int PositionAt = 6;
    private const int ChecksumAt = 22;
    private const int HeaderBytes = 27;
    private const uint Polynomial = 0x04C11DB7; // RFC 3533

    /// <summary>The same bytes, each page with the checksum that it should have.</summary>
    public static byte[] WithChecksums(byte[] file)
    {
        byte[] mended = [.. file];
        for (int at = 0; (at = Next(mended, at)) >= 0; at += HeaderBytes)
        {
            int segments = mended[at + HeaderBytes - 1];
            int body = at + HeaderBytes + segments;
            if (body > mended.Length)
            {
                break;
            }

            int end = Math.Min(mended.Length, body + mended.AsSpan(at + HeaderBytes, segments).ToArray().Sum(length => length));
            Span<byte> page = mended.AsSpan(at, end - at);
            page.Slice(ChecksumAt, 4).Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(page[ChecksumAt..], ChecksumOf(page));
        }

        return mended;
    }

    /// <summary>The same sound, as if it had been cut out of a longer stream: each page with sound says a position that is so much later.</summary>
    public static byte[] Later(byte[] file, long frames)
    {
        byte[] moved = [.. file];
        for (int at = 0; (at = Next(moved, at)) >= 0; at += HeaderBytes)
        {
            Span<byte> position = moved.AsSpan(at + PositionAt, sizeof(long));
            long stated = BinaryPrimitives.ReadInt64LittleEndian(position);
            BinaryPrimitives.WriteInt64LittleEndian(position, stated == 0 ? 0 : stated + frames); // 0: a page of headers
        }

        return WithChecksums(moved);
    }

    /// <summary>The same bytes, whose last page says that the sound has so many frames.</summary>
    public static byte[] Stating(byte[] file, long frames)
    {
        byte[] changed = [.. file];
        int last = changed.AsSpan().LastIndexOf("OggS"u8);
        BinaryPrimitives.WriteInt64LittleEndian(changed.AsSpan(last + PositionAt), frames);
        return WithChecksums(changed);
    }

    private static int Next(byte[] file, int from)
    {
        int place = from + HeaderBytes <= file.Length ? file.AsSpan(from).IndexOf("OggS"u8) : -1;
        return place >= 0 && from + place + HeaderBytes <= file.Length ? from + place : -1;
    }

    private static uint ChecksumOf(ReadOnlySpan<byte> page)
    {
        uint sum = 0;
        foreach (byte value in page)
        {
            sum ^= (uint)value << 24;
            for (int bit = 0; bit < 8; bit++)
            {
                sum = (sum << 1) ^ ((sum >> 31) * Polynomial);
            }
        }

        return sum;
    }
}
