using System.Buffers.Binary;
using System.IO.Compression;
using Research.Results.Svg;

namespace Research.Results.Tests.Svg;

public class GrayPngTests
{
    // Read back by the framework's own inflater.
    [Theory]
    [InlineData(3, 2)]
    [InlineData(400, 300)] // more than one stored block
    public void Pixels_come_back(int width, int height)
    {
        byte[] pixels = [.. Enumerable.Range(0, width * height).Select(i => (byte)(i * 7))];
        byte[] png = GrayPng.Of(pixels, width);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        Assert.Equal(width, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(height, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var inflated = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress);
        var rows = new MemoryStream();
        inflated.CopyTo(rows);
        byte[] data = rows.ToArray();
        Assert.Equal(height * (width + 1), data.Length);
        for (int y = 0; y < height; y++)
        {
            Assert.Equal(0, data[y * (width + 1)]);
            Assert.Equal(pixels[(y * width)..((y + 1) * width)], data[((y * (width + 1)) + 1)..((y + 1) * (width + 1))]);
        }
    }

    // Known from any PNG: the checksum of an empty end chunk.
    [Fact]
    public void The_end_chunk_has_its_known_checksum() =>
        Assert.Equal([0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82], GrayPng.Of([0], 1)[^8..]);
}
