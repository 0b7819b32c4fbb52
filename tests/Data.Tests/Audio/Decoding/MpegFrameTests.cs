using Research.Data.Audio.Decoding;

namespace Research.Data.Tests.Audio.Decoding;

/// <summary>Lengths by the standard's formulas, by hand.</summary>
public class MpegFrameTests
{
    [Theory]
    [InlineData(0xFB, 0x90, 0x00, 1, 3, 44_100, 2, 417, 1152, 32)] // 144 · 128,000 / 44,100 = 417.96
    [InlineData(0xFB, 0x92, 0xC0, 1, 3, 44_100, 1, 418, 1152, 17)] // a byte of padding; mono
    [InlineData(0xFD, 0xA4, 0x00, 1, 2, 48_000, 2, 576, 1152, 32)] // 144 · 192,000 / 48,000
    [InlineData(0xFF, 0x68, 0xC0, 1, 1, 32_000, 1, 288, 384, 17)] // 4 · 12 · 192,000 / 32,000
    [InlineData(0xF3, 0x80, 0xC0, 2, 3, 22_050, 1, 208, 576, 9)] // 72 · 64,000 / 22,050 = 208.98
    [InlineData(0xE3, 0x84, 0x00, 3, 3, 12_000, 2, 384, 576, 17)] // MPEG 2.5: 72 · 64,000 / 12,000
    public void A_header_says_what_its_frame_is(
        int second,
        int third,
        int fourth,
        int version,
        int layer,
        int hertz,
        int channels,
        int bytes,
        int samples,
        int side
    )
    {
        MpegFrame frame = MpegFrame.Of([0xFF, (byte)second, (byte)third, (byte)fourth])!.Value;
        Assert.Equal((version, layer, hertz, channels), (frame.Version, frame.Layer, frame.SampleRateHz, frame.Channels));
        Assert.Equal((bytes, samples, side, false), (frame.Bytes, frame.Samples, frame.SideBytes, frame.HasChecksum));
    }

    [Theory]
    [InlineData(0xEB, 0x90)] // a version that is reserved
    [InlineData(0xF9, 0x90)] // a layer that is reserved
    [InlineData(0xFB, 0xF0)] // no such bit rate
    [InlineData(0xFB, 0x00)] // of a length that is not stated
    [InlineData(0xFB, 0x9C)] // no such sample rate
    [InlineData(0xDB, 0x90)] // not in step
    public void Other_bytes_are_none(int second, int third) => Assert.Null(MpegFrame.Of([0xFF, (byte)second, (byte)third, 0]));

    [Fact]
    public void A_checksum_is_told_by_a_bit_that_is_not_set() =>
        Assert.True(MpegFrame.Of([0xFF, 0xFA, 0x90, 0])!.Value.HasChecksum);
}
