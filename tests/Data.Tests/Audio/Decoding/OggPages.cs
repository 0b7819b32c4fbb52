using System.Buffers.Binary;

namespace Research.Data.Tests.Audio.Decoding;

/// <summary>Pages of an Ogg stream.</summary>
internal static class OggPages
{
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
