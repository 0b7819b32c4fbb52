using System.Buffers.Binary;
using System.Text;
using Research.Data.Audio.Wav;
using static Research.Data.Tests.Audio.Wav.WavBuilder;

namespace Research.Data.Tests.Audio.Wav;

public class WavContainerTests
{
    private static readonly double[] Values = [0.5, -0.25];
    private static readonly byte[] Little = [0x00, 0x40, 0x00, 0xE0];

    [Theory]
    [InlineData(16, new byte[] { 0x40, 0x00, 0xE0, 0x00 })]
    [InlineData(24, new byte[] { 0x40, 0x00, 0x00, 0xE0, 0x00, 0x00 })]
    [InlineData(32, new byte[] { 0x40, 0x00, 0x00, 0x00, 0xE0, 0x00, 0x00, 0x00 })]
    public void A_big_endian_file_holds_the_same_numbers(int bits, byte[] samples) =>
        Assert.Equal(Values, WavReader.Parse(Rifx(Format(1, 1, 8000, bits), samples), "a.wav").Samples);

    [Fact]
    public void A_big_endian_file_of_floats_too()
    {
        byte[] samples = new byte[8];
        BinaryPrimitives.WriteSingleBigEndian(samples, 0.5f);
        BinaryPrimitives.WriteSingleBigEndian(samples.AsSpan(4), -0.25f);
        Assert.Equal(Values, WavReader.Parse(Rifx(Format(3, 1, 8000, 32), samples), "a.wav").Samples);
    }

    [Theory]
    [InlineData("RF64")]
    [InlineData("BW64")]
    public void A_file_of_64_bits_has_its_sizes_in_a_chunk_of_its_own(string name)
    {
        byte[] sizes = new byte[28];
        BinaryPrimitives.WriteInt64LittleEndian(sizes.AsSpan(8), Little.Length);
        byte[] file = Riff(("ds64", sizes), ("fmt ", Format(1, 1, 8000, 16)), ("data", Little), ("junk", [9, 9]));
        Encoding.ASCII.GetBytes(name).CopyTo(file, 0);
        int data = file.AsSpan().IndexOf("data"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(data + 4), uint.MaxValue);
        Assert.Equal(Values, WavReader.Parse(file, "a.wav").Samples);
    }

    [Fact]
    public void Wave64_counts_headers_in_its_sizes_and_fills_up_to_eight()
    {
        byte[] tail = Convert.FromHexString("F3ACD3118CD100C04F8EDB8A");
        byte[] Chunk(string id, byte[] body) =>
            [
                .. Encoding.ASCII.GetBytes(id),
                .. tail,
                .. BitConverter.GetBytes(24L + body.Length),
                .. body,
                .. new byte[(8 - (body.Length % 8)) % 8],
            ];
        byte[] riff = Convert.FromHexString("726966662E91CF11A5D628DB04C10000");
        byte[] content =
        [
            .. "wave"u8,
            .. tail,
            .. Chunk("odd ", [1, 2, 3]),
            .. Chunk("fmt ", Format(1, 1, 8000, 16)),
            .. Chunk("data", Little),
        ];
        Assert.Equal(
            Values,
            WavReader.Parse([.. riff, .. BitConverter.GetBytes(24L + content.Length), .. content], "a.w64").Samples
        );
    }

    [Fact]
    public void A_cut_off_start_is_a_damaged_file_and_other_bytes_are_none()
    {
        Assert.NotNull(WavContainer.Of("RIFF"u8));
        Assert.Null(WavContainer.Of("RIFF\0\0\0\0AVI "u8));
        Assert.Null(WavContainer.Of("OggS"u8));
        Assert.Null(WavContainer.Of([]));
    }

    private static byte[] Rifx(byte[] format, byte[] samples)
    {
        byte[] big = [.. format];
        foreach ((int at, int length) in new[] { (0, 2), (2, 2), (4, 4), (8, 4), (12, 2), (14, 2) })
        {
            big.AsSpan(at, length).Reverse();
        }

        byte[] content = [.. "WAVE"u8, .. Chunk("fmt ", big), .. Chunk("data", samples)];
        return [.. Chunk("RIFX", content)];
    }

    private static byte[] Chunk(string id, byte[] body)
    {
        byte[] size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, body.Length);
        return [.. Encoding.ASCII.GetBytes(id), .. size, .. body];
    }
}
