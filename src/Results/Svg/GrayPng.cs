using System.Buffers.Binary;

namespace Research.Results.Svg;

/// <summary>A grey picture as PNG, its bytes the same everywhere: the data are stored, not compressed (ISO/IEC 15948; RFC 1950, 1951).</summary>
internal static class GrayPng
{
    private const int LargestBlock = 65_535;
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <param name="pixels">Shape [height, width], row by row; 0 is black.</param>
    public static byte[] Of(byte[] pixels, int width)
    {
        int height = pixels.Length / width;
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8; // bits a pixel; the rest: grey, deflate, no filter method but 0, not interlaced
        var rows = new byte[height * (width + 1)];
        for (int y = 0; y < height; y++)
        {
            pixels.AsSpan(y * width, width).CopyTo(rows.AsSpan((y * (width + 1)) + 1)); // a row begins with its filter: none
        }

        return [.. Signature, .. Chunk("IHDR", header), .. Chunk("IDAT", Stored(rows)), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] named = [.. type.Select(letter => (byte)letter), .. data];
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(named.Length + 4), Crc(named));
        return chunk;
    }

    private static byte[] Stored(byte[] data)
    {
        var stream = new List<byte> { 0x78, 0x01 };
        for (int start = 0; start < data.Length; start += LargestBlock)
        {
            int length = Math.Min(LargestBlock, data.Length - start);
            stream.Add((byte)(start + length == data.Length ? 1 : 0));
            stream.AddRange([(byte)length, (byte)(length >> 8), (byte)~length, (byte)(~length >> 8)]);
            stream.AddRange(data.AsSpan(start, length));
        }

        var check = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(check, Adler(data));
        return [.. stream, .. check];
    }

    private static uint Adler(byte[] data)
    {
        (uint a, uint b) = (1, 0);
        foreach (byte value in data)
        {
            a = (a + value) % 65_521;
            b = (b + a) % 65_521;
        }

        return (b << 16) | a;
    }

    private static uint Crc(byte[] data)
    {
        uint crc = 0xFFFF_FFFF;
        foreach (byte value in data)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1;
            }
        }

        return ~crc;
    }
}
