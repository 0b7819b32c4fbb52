using Research.Data.Audio;
using Research.Data.Audio.Wav;
using static Research.Data.Tests.Audio.Wav.WavBuilder;

namespace Research.Data.Tests.Audio.Wav;

public class WavReaderTests
{
    [Fact]
    public void Eight_bits_are_unsigned_around_128() =>
        Assert.Equal([-1, 0, 127 / 128.0], Read(File(Format(1, 1, 8000, 8), [0, 128, 255])).Samples);

    [Fact]
    public void Sixteen_bits_are_divided_by_2_to_the_15th()
    {
        Waveform wave = Read(File(Format(1, 1, 8000, 16), [0x00, 0x80, 0x00, 0x40, 0xFF, 0x7F]));
        Assert.Equal([-1, 0.5, 32767 / 32768.0], wave.Samples);
        Assert.Equal(8000, wave.SampleRateHz);
    }

    [Fact]
    public void Twenty_four_bits_keep_their_sign() =>
        Assert.Equal(
            [-1, -1 / 8388608.0, 0.5],
            Read(File(Format(1, 1, 8000, 24), [0, 0, 0x80, 0xFF, 0xFF, 0xFF, 0, 0, 0x40])).Samples
        );

    [Fact]
    public void Thirty_two_bits_are_exact() =>
        Assert.Equal([-1, 1 / 2147483648.0], Read(File(Format(1, 1, 8000, 32), [0, 0, 0, 0x80, 1, 0, 0, 0])).Samples);

    [Fact]
    public void Floats_are_taken_as_they_are()
    {
        Assert.Equal(
            [0.25, -1.5],
            Read(File(Format(3, 1, 8000, 32), [.. BitConverter.GetBytes(0.25f), .. BitConverter.GetBytes(-1.5f)])).Samples
        );
        Assert.Equal([0.1], Read(File(Format(3, 1, 8000, 64), BitConverter.GetBytes(0.1))).Samples);
    }

    [Fact]
    public void Channels_are_averaged() =>
        Assert.Equal([0.25], Read(File(Format(1, 2, 8000, 16), [0x00, 0x40, 0x00, 0x00])).Samples);

    [Fact]
    public void An_extensible_header_names_its_sub_format() =>
        Assert.Equal(
            [0.25, 0.5],
            Read(File(Extensible(3, 1, 8000, 32), [.. BitConverter.GetBytes(0.25f), .. BitConverter.GetBytes(0.5f)])).Samples
        );

    [Fact]
    public void Chunks_of_odd_size_and_unknown_name_are_passed_over() =>
        Assert.Equal([0.5], Read(File(Format(1, 1, 8000, 16), [0x00, 0x40], ("LIST", [1, 2, 3]), ("odd ", [9]))).Samples);

    [Theory]
    [InlineData(0xFFFFFFFFu)]
    [InlineData(0u)]
    public void A_stream_that_was_never_closed_is_read_to_its_end(uint size)
    {
        byte[] file = File(Format(1, 1, 8000, 16), [0x00, 0x40, 0x00, 0x20]);
        BitConverter.GetBytes(size).CopyTo(file, file.Length - 8);
        Assert.Equal([0.5, 0.25], Read(file).Samples);
    }

    [Fact]
    public void A_last_half_frame_is_left_out() =>
        Assert.Equal([0.5], Read(File(Format(1, 1, 8000, 16), [0x00, 0x40, 0x01])).Samples);

    [Fact]
    public void Every_bad_file_is_told_precisely()
    {
        byte[] good = File(Format(1, 1, 8000, 16), [0x00, 0x40, 0x00, 0x20]);
        Refused([], "is empty (0 bytes)");
        Refused("This is a text file."u8.ToArray(), "starts with the text \"This is a te\"");
        Refused([1, 2, 3], "starts with the bytes 010203");
        Refused(good[..20], "chunk 'fmt ' claims 16 bytes but 0 are left");
        Refused(good[..36], "has no 'data' chunk");
        Refused(Riff(("data", [0, 0])), "before any 'fmt ' chunk");
        Refused(Riff(("fmt ", [1, 0]), ("data", [0, 0])), "has 2 bytes where at least 16 are needed");
        Refused(File(Format(1, 1, 8000, 16), []), "holds no samples");
        Refused(Riff(("fmt ", Format(1, 1, 8000, 16)), ("data", []), ("LIST", new byte[26])), "holds no samples");
        Refused(Riff(("fmt ", Format(1, 1, 8000, 16)), ("data", []), ("odd ", [9])), "holds no samples");
        Refused(File(Format(1, 1, int.MaxValue, 16), [0, 0]), "at 2147483647 Hz");
        Refused(File(Format(1, 1, 1_000_001, 16), [0, 0]), "a rate of 1 to 1000000 Hz");
        Refused(File(Format(1, 65, 8000, 8), new byte[65]), "65 channels at 8000 Hz; 1 to 64 channels");
        Refused(File(Format(1, 65_535, 8000, 8), new byte[65_535]), "65535 channels");
        Refused(File(Format(3, 1, 8000, 64), BitConverter.GetBytes(1e200)), "sample 0 is 1E+200");
        Refused(File(Format(0x55, 1, 8000, 16), [0, 0]), "MP3");
        Refused(File(Format(1, 1, 8000, 65), new byte[9]), "PCM of 65 bits");
        Refused(File(Format(1, 1, 8000, 0), [0, 0]), "PCM of 0 bits");
        Refused(File(Format(3, 1, 8000, 16), [0, 0]), "float samples of 16 bits");
        Refused(File(Format(6, 1, 8000, 16), [0, 0]), "A-law of 16 bits");
        Refused(
            File([.. Format(0xFFFE, 1, 8000, 16), 0, 0], [0, 0]),
            "WAVE_FORMAT_EXTENSIBLE, whose extension of 22 bytes tells"
        );
        Refused(File(Format(1, 0, 8000, 16), [0, 0]), "0 channels at 8000 Hz");
        Refused(File(Format(1, 1, 0, 16), [0, 0]), "1 channels at 0 Hz");
        Refused(File(Format(3, 1, 8000, 32), BitConverter.GetBytes(float.NaN)), "sample 0 is NaN");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(0)]
    public void Bits_and_channels_decide_where_the_frame_size_contradicts_them(byte frame)
    {
        byte[] format = Format(1, 2, 8000, 16);
        format[12] = frame;
        Assert.Equal([0.25, 0.5], Read(File(format, [0x00, 0x40, 0x00, 0x00, 0x00, 0x40, 0x00, 0x40])).Samples);
    }

    [Theory]
    [InlineData(12, new byte[] { 0x10, 0x40 }, 0x4010 / 32_768.0)]
    [InlineData(3, new byte[] { 0xE0 }, 0.75)]
    [InlineData(20, new byte[] { 0x00, 0x00, 0xC0 }, -0.5)]
    [InlineData(40, new byte[] { 0, 0, 0, 0, 0x40 }, 0.5)]
    [InlineData(48, new byte[] { 0, 0, 0, 0, 0, 0x80 }, -1.0)]
    [InlineData(56, new byte[] { 0, 0, 0, 0, 0, 0, 0x20 }, 0.25)]
    [InlineData(64, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0xC0 }, -0.5)]
    public void Whole_numbers_of_any_bits_stand_left_in_their_bytes(int bits, byte[] sample, double value)
    {
        byte[] format = Format(1, 1, 8000, bits);
        format[12] = (byte)sample.Length;
        Assert.Equal([value], Read(File(format, sample)).Samples);
    }

    [Fact]
    public void Twenty_four_bits_in_four_bytes_are_scaled_by_the_four()
    {
        byte[] format = Format(1, 1, 8000, 24);
        format[12] = 4;
        Assert.Equal([0.5, -1], Read(File(format, [0, 0, 0, 0x40, 0, 0, 0, 0x80])).Samples);
    }

    [Fact]
    public void A_missing_pad_byte_is_forgiven()
    {
        byte[] file = File(Format(1, 1, 8000, 16), [0x00, 0x40], ("inst", [1, 2, 3]));
        int pad = 12 + 8 + 3; // it stands after the first chunk
        Assert.Equal([0.5], Read([.. file[..pad], .. file[(pad + 1)..]]).Samples);
    }

    [Fact]
    public void A_tag_for_music_before_the_file_is_passed_over()
    {
        byte[] file = File(Format(1, 1, 8000, 16), [0x00, 0x40]);
        Assert.Equal([0.5], Read([.. "ID3"u8, 3, 0, 0, 0, 0, 1, 2, .. new byte[130], .. file]).Samples);
    }

    [Fact]
    public void A_missing_file_is_told()
    {
        RecordingException error = Assert.Throws<RecordingException>(() => WavReader.Read("no-such-file.wav"));
        Assert.StartsWith("no-such-file.wav: cannot be read", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    public void A_folder_or_nothing_is_told(string path) =>
        Assert.Contains(
            "cannot be read",
            Assert.Throws<RecordingException>(() => WavReader.Read(path)).Message,
            StringComparison.Ordinal
        );

    private static Waveform Read(byte[] bytes) => WavReader.Parse(bytes, "test.wav");

    private static void Refused(byte[] bytes, string sentence)
    {
        RecordingException error = Assert.Throws<RecordingException>(() => Read(bytes));
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("test.wav: ", error.Message, StringComparison.Ordinal);
    }
}
