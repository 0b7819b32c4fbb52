using Research.Data.Audio;
using Research.Data.Audio.Decoding;
using Research.Data.Audio.Reading;
using Research.Data.Audio.Wav;

namespace Research.Data.Tests.Audio.Decoding;

public sealed class Mp3Tests : IDisposable
{
    private const int FrameSamples = 384;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_told_by_its_first_frame_behind_a_tag_or_not()
    {
        byte[] frame = Frame(9);
        byte[] tag = [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 20, .. new byte[20]];
        Assert.True(Begins(frame));
        Assert.True(Begins([.. tag, .. frame]));
        Assert.False(Begins(tag));
        Assert.False(Begins([]));
        Assert.False(Begins([0xFF, 0xFF, 0xFF, 0xFF])); // no such bit rate
        Assert.False(Begins("RIFF"u8.ToArray()));
    }

    [Fact]
    public void The_sound_of_a_file_without_ffmpeg_is_the_tone_that_was_put_in()
    {
        string path = _folder.File("tone.mp3");
        File.WriteAllBytes(path, [.. Enumerable.Range(0, 80).SelectMany(_ => Frame(9))]);
        Recording recording = RecordingReader.Read(path, RecordingLimits.Utterance);
        Assert.StartsWith("NLayer 3.", recording.Decoder, StringComparison.Ordinal);
        Assert.Equal(32_000, recording.Wave.SampleRateHz);
        Assert.InRange(recording.Wave.Samples.Length, 79 * FrameSamples, 80 * FrameSamples);

        // Sub-band 9 of 32 holds 4,500 to 5,000 Hz; a constant sample in it is a tone at one of its edges.
        double[] middle = recording.Wave.Samples[8000..24_000];
        double inside = Power(middle, 4500) + Power(middle, 5000);
        Assert.True(inside > 0.9 * middle.Average(x => x * x), $"{inside} of {middle.Average(x => x * x)}");
    }

    [Fact]
    public void A_file_that_was_cut_off_is_read_with_a_warning()
    {
        string path = _folder.File("cut.mp3");
        byte[] whole = [.. Enumerable.Range(0, 80).SelectMany(_ => Frame(9))];
        File.WriteAllBytes(path, whole[..^100]);
        Recording recording = RecordingReader.Read(path, RecordingLimits.Utterance);
        Assert.Equal(["it ends within a frame: it was cut off there"], recording.Warnings);
        Assert.InRange(recording.Wave.Samples.Length, 78 * FrameSamples, 80 * FrameSamples);
    }

    [Fact]
    public void A_file_whose_channels_change_is_not_decoded_here()
    {
        byte[] stereo = Frame(9);
        stereo[3] &= 0x3F;
        Assert.Null(Mp3.Decode(new MemoryStream([.. Frame(9), .. Frame(9), .. stereo]), "changes.mp3", DecoderBounds.For(60)));
    }

    [Fact]
    public void A_datasets_file_is_the_same_sound_in_sixteen_bits()
    {
        string path = _folder.File("tone.mp3");
        File.WriteAllBytes(path, [.. Enumerable.Range(0, 80).SelectMany(_ => Frame(9))]);
        double[] expected = RecordingReader.Read(path, RecordingLimits.Utterance).Wave.Samples;
        Waveform wave = Mp3File.Read(path);
        Assert.Equal((32_000, expected.Length), (wave.SampleRateHz, wave.Samples.Length));
        Assert.All(expected.Zip(wave.Samples), pair => Assert.Equal(pair.First, pair.Second, 0.51 / 32_768));
        Assert.All(wave.Samples, sample => Assert.Equal(sample, Math.Round(sample * 32_768) / 32_768));
    }

    [Fact]
    public void Sound_out_of_an_archive_is_that_of_the_file_and_no_byte_may_be_missing_or_more()
    {
        string path = _folder.File("tone.mp3");
        byte[] bytes = [.. Enumerable.Range(0, 80).SelectMany(_ => Frame(9))];
        File.WriteAllBytes(path, bytes);
        Assert.Equal(Mp3File.Read(path).Samples, Copy(bytes, bytes.Length).Samples);
        foreach (int length in new[] { bytes.Length - 1, bytes.Length + 1 })
        {
            RecordingException error = Assert.Throws<RecordingException>(() => Copy(bytes, length));
            Assert.Contains(
                $"a.zip: tone.mp3: is no MPEG audio (MP3) of {length} bytes",
                error.Message,
                StringComparison.Ordinal
            );
        }

        static Waveform Copy(byte[] bytes, int length) => Mp3File.ReadCopy(new MemoryStream(bytes), length, "a.zip: tone.mp3");
    }

    [Fact]
    public void A_datasets_file_that_is_none_is_refused_with_its_path()
    {
        string path = _folder.File("none.mp3");
        File.WriteAllText(path, "garbage");
        Assert.Contains(
            "none.mp3: is no MPEG audio (MP3); fetch",
            Assert.Throws<RecordingException>(() => Mp3File.Read(path)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "gone.mp3: cannot be decoded",
            Assert.Throws<RecordingException>(() => Mp3File.Read(_folder.File("gone.mp3"))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Longer_than_asked_for_is_not_decoded_to_its_end()
    {
        using var file = new MemoryStream([.. Enumerable.Range(0, 800).SelectMany(_ => Frame(9))]); // ten seconds
        using Stream wav = Mp3.ToWav(file, "long.mp3", DecoderBounds.For(2))!;
        Assert.InRange(WavLayout.Of(wav, "long.wav").DurationSeconds, 3, 3.6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_damaged_file_is_decoded_or_refused(int seed)
    {
        byte[] bytes = [.. Enumerable.Range(0, 40).SelectMany(_ => Frame(9))];
        var rng = Research.Numerics.Rng.For((ulong)seed, "damage");
        for (int i = 0; i < 400; i++)
        {
            bytes[4 + rng.NextInt(bytes.Length - 4)] = (byte)rng.NextInt(256);
        }

        using var file = new MemoryStream(bytes);
        try
        {
            using Stream? wav = Mp3.ToWav(file, "damaged.mp3", DecoderBounds.For(60));
            Assert.True(wav is null || wav.Length > 0);
        }
        catch (RecordingException error)
        {
            Assert.StartsWith("damaged.mp3: ", error.Message, StringComparison.Ordinal);
        }
    }

    private static bool Begins(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        return Mp3File.Begins(file);
    }

    private static double Power(double[] x, double hertz)
    {
        (double re, double im) = (0, 0);
        for (int n = 0; n < x.Length; n++)
        {
            re += x[n] * Math.Cos(2 * Math.PI * hertz * n / 32_000);
            im += x[n] * Math.Sin(2 * Math.PI * hertz * n / 32_000);
        }

        return 2 * ((re * re) + (im * im)) / x.Length / x.Length;
    }

    // MPEG-1 layer I, mono, 32 kHz, 192 kbit/s (ISO/IEC 11172-3, 2.4.1.5): allocations of 4 bits, scale factors of 6, then twelve samples of 15 bits in the one sub-band used.
    private static byte[] Frame(int subband)
    {
        var bits = new List<bool>();
        void Put(int value, int count) =>
            bits.AddRange(Enumerable.Range(0, count).Select(k => ((value >> (count - 1 - k)) & 1) == 1));
        Put(0xFFF, 12);
        Put(1, 1); // MPEG-1
        Put(3, 2); // layer I
        Put(1, 1); // no checksum
        Put(6, 4); // 192 kbit/s
        Put(2, 2); // 32 kHz
        Put(0, 2);
        Put(3, 2); // mono
        Put(0, 6);
        for (int band = 0; band < 32; band++)
        {
            Put(band == subband ? 14 : 0, 4);
        }

        Put(6, 6);
        for (int sample = 0; sample < 12; sample++)
        {
            Put(0x6000, 15);
        }

        byte[] frame = new byte[12 * 192_000 / 32_000 * 4];
        for (int i = 0; i < bits.Count; i++)
        {
            frame[i / 8] |= (byte)(bits[i] ? 0x80 >> (i % 8) : 0);
        }

        return frame;
    }
}
