using NLayer;
using Research.Data.Audio.Wav;

namespace Research.Data.Audio.Decoding;

/// <summary>Recordings of datasets that are MPEG audio: decoded in memory, by NLayer alone, whatever else is installed.</summary>
/// <remarks>
/// Channels are averaged, and samples rounded to 16 bits, so that a decoder's last bit, which may hang on the machine's cosine, does not reach features. Unlike <see cref="Mp3"/>, which is for recordings of a user, it
/// writes no temporary file and asks no clock.
/// </remarks>
internal static class Mp3File
{
    private const double FullScale = 32_768;
    private const int BufferSamples = 1 << 14;

    /// <summary>Whether a file begins as MPEG audio does, after a tag or at once: eleven set bits, then no reserved version, layer, bit rate or sample rate.</summary>
    public static bool Begins(Stream file)
    {
        byte[] start = new byte[10];
        file.Position = 0;
        int count = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        long tag = Id3Tag.Bytes(start.AsSpan(0, count));
        if (tag + 4 > file.Length)
        {
            return false;
        }

        file.Position = tag;
        file.ReadExactly(start, 0, 4);
        (int version, int layer, int bitRate, int rate) = (
            (start[1] >> 3) & 3,
            (start[1] >> 1) & 3,
            start[2] >> 4,
            (start[2] >> 2) & 3
        );
        return start[0] == 0xFF && start[1] >= 0xE0 && version != 1 && layer != 0 && bitRate is > 0 and < 15 && rate != 3;
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="RecordingException">It is no MPEG audio, is damaged, or holds no sample or too many.</exception>
    public static Waveform Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return Begins(file) ? Decode(file, path) : throw Fault(path, $"is no MPEG audio (MP3)");
        }
        catch (Exception error) when (error is not (RecordingException or OutOfMemoryException))
        {
            // Whatever a damaged file makes the library say.
            throw new RecordingException($"{path}: cannot be decoded: {error.Message}", error)
            {
                Problem = RecordingProblem.NotAudio,
            };
        }
    }

    /// <summary>Reads MPEG audio out of an archive: by way of a temporary file, as the decoder seeks in what it reads.</summary>
    /// <param name="content">Read to its end.</param>
    /// <param name="bytes">Its length.</param>
    /// <param name="name">For messages.</param>
    /// <exception cref="RecordingException">As <see cref="Read"/>, or the content is longer.</exception>
    public static Waveform ReadCopy(Stream content, long bytes, string name)
    {
        try
        {
            using FileStream file = TemporaryFile.Create();
            byte[] piece = new byte[1 << 16];
            for (int count; (count = content.Read(piece)) > 0 && file.Length <= bytes; )
            {
                file.Write(piece, 0, count);
            }

            return file.Length == bytes && Begins(file)
                ? Decode(file, name)
                : throw Fault(name, $"is no MPEG audio (MP3) of {bytes} bytes");
        }
        catch (Exception error) when (error is not (RecordingException or OutOfMemoryException))
        {
            throw new RecordingException($"{name}: cannot be decoded: {error.Message}", error)
            {
                Problem = RecordingProblem.NotAudio,
            };
        }
    }

    private static Waveform Decode(FileStream file, string path)
    {
        file.Position = 0;
        using var mpeg = new MpegFile(file);
        int channels = mpeg.Channels;
        float[] buffer = new float[channels * BufferSamples];
        var samples = new List<double>();
        for (int count; (count = mpeg.ReadSamples(buffer, 0, buffer.Length)) > 0; )
        {
            for (int i = 0; i + channels <= count; i += channels)
            {
                samples.Add(Averaged(buffer.AsSpan(i, channels)));
            }

            if (samples.Count > Waveform.MostSamples)
            {
                throw Fault(path, $"has more than {Waveform.MostSamples} samples a channel");
            }
        }

        return samples.Count > 0 ? new Waveform([.. samples], mpeg.SampleRate) : throw Fault(path, $"holds no sample");
    }

    private static double Averaged(ReadOnlySpan<float> channels)
    {
        double sum = 0;
        foreach (float sample in channels)
        {
            sum += sample;
        }

        return Math.Round(sum / channels.Length * FullScale) / FullScale;
    }

    private static RecordingException Fault(string path, FormattableString words) =>
        new(RecordingProblem.NotAudio, $"{path}: {FormattableString.Invariant(words)}; fetch the dataset again.");
}
