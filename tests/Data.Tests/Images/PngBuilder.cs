using System.Buffers.Binary;
using System.IO.Compression;

namespace Research.Data.Tests.Images;

/// <summary>Small PNG pictures, row filters as one wishes.</summary>
internal static class PngBuilder
{
    /// <summary>A grey picture, unfiltered.</summary>
    public static byte[] Grey(int height, int width, Func<int, int, byte> pixel) =>
        File(
            Header(height, width, 8, 0, 0),
            [.. Enumerable.Range(0, height).SelectMany(y => Enumerable.Range(0, width).Select(x => pixel(y, x)).Prepend((byte)0))]
        );

    /// <param name="rows">Each with its filter before it.</param>
    public static byte[] File(byte[] header, byte[] rows) =>
        [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, Packed(rows)), .. Chunk("IEND"u8, [])];

    public static byte[] Header(int height, int width, byte bits, byte colour, byte interlace)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (bits, colour, interlace);
        return header;
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. type, .. data, 0, 0, 0, 0];
    }

    private static byte[] Packed(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(data);
        }

        return packed.ToArray();
    }
}
