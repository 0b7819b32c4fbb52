using System.Text;

namespace Research.Data.Audio.Wav;

/// <summary>Writes mono WAV files, 16-bit PCM.</summary>
public static class WavWriter
{
    private const int HeaderBytes = 44;
    private const double FullScale = 32768;

    /// <summary>The whole file. A sample that is a multiple of 2^-15 reads back to the same bits; others are rounded, and what is beyond full scale is cut.</summary>
    public static void Write(string path, Waveform waveform)
    {
        using FileStream file = File.Create(path);
        Write(file, waveform);
    }

    /// <summary>The bytes of such a file.</summary>
    public static byte[] BytesOf(Waveform waveform)
    {
        using var bytes = new MemoryStream();
        Write(bytes, waveform);
        return bytes.ToArray();
    }

    private static void Write(Stream stream, Waveform waveform)
    {
        using var writer = new BinaryWriter(stream, Encoding.ASCII, leaveOpen: true);
        int bytes = 2 * waveform.Samples.Length;
        writer.Write("RIFF"u8);
        writer.Write(HeaderBytes - 8 + bytes);
        writer.Write("WAVEfmt "u8);
        writer.Write(16); // bytes of the format that follows
        writer.Write((short)1); // PCM
        writer.Write((short)1); // channels
        writer.Write(waveform.SampleRateHz);
        writer.Write(2 * waveform.SampleRateHz);
        writer.Write((short)2); // bytes a sample
        writer.Write((short)16); // bits a sample
        writer.Write("data"u8);
        writer.Write(bytes);
        foreach (double sample in waveform.Samples)
        {
            writer.Write((short)Math.Clamp(Math.Round(sample * FullScale), short.MinValue, short.MaxValue));
        }
    }
}
