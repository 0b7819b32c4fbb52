using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Research.Data.Audio.Decoding;

/// <summary>Writes what a decoder gives as a WAV of 32-bit floats, of a size that is told as 'to the end of the file'.</summary>
internal static class FloatWav
{
    private const uint ToTheEnd = uint.MaxValue;

    /// <param name="read">Fills a buffer with samples of all channels in turn and says how many; 0 at the end.</param>
    /// <exception cref="RecordingException">More bytes come than the bounds allow.</exception>
    public static Stream Write(int channels, int sampleRateHz, DecoderBounds bounds, string shown, Func<float[], int> read)
    {
        FileStream wav = TemporaryFile.Create();
        try
        {
            wav.Write(Header(channels, sampleRateHz));
            long most = Math.Min(bounds.Bytes, (long)((bounds.LongestSeconds + 1) * sampleRateHz) * channels * sizeof(float));
            float[] buffer = new float[channels * 4096];
            var clock = Stopwatch.StartNew();
            for (int count; wav.Length < most && (count = read(buffer)) > 0; )
            {
                wav.Write(MemoryMarshal.AsBytes(LittleEndian(buffer.AsSpan(0, count))));
                if (clock.Elapsed > bounds.Time)
                {
                    throw RecordingException.Of(
                        RecordingProblem.NotAudio,
                        shown,
                        $"could not be decoded within {bounds.Time.TotalSeconds:0} s; convert the file to WAV."
                    );
                }
            }

            return wav.Length > HeaderBytes
                ? wav
                : throw RecordingException.Of(RecordingProblem.TooShort, shown, $"holds no samples.");
        }
        catch
        {
            wav.Dispose();
            throw;
        }
    }

    /// <summary>Writes a mono signal with its size in the header; samples are rounded to 32 bits.</summary>
    public static void Write(Stream wav, Waveform waveform)
    {
        byte[] header = Header(1, waveform.SampleRateHz);
        uint bytes = checked((uint)waveform.Samples.Length * sizeof(float));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), HeaderBytes - 8 + bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(HeaderBytes - 4), bytes);
        wav.Write(header);
        wav.Write(MemoryMarshal.AsBytes(LittleEndian(Array.ConvertAll(waveform.Samples, sample => (float)sample))));
    }

    private const int HeaderBytes = 44;

    private static byte[] Header(int channels, int sampleRateHz)
    {
        byte[] header = new byte[HeaderBytes];
        Span<byte> to = header;
        "RIFF"u8.CopyTo(to);
        BinaryPrimitives.WriteUInt32LittleEndian(to[4..], ToTheEnd);
        "WAVEfmt "u8.CopyTo(to[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(to[16..], 16); // bytes of the format that follows
        BinaryPrimitives.WriteInt16LittleEndian(to[20..], 3); // float
        BinaryPrimitives.WriteInt16LittleEndian(to[22..], (short)channels);
        BinaryPrimitives.WriteInt32LittleEndian(to[24..], sampleRateHz);
        BinaryPrimitives.WriteInt32LittleEndian(to[28..], sampleRateHz * channels * sizeof(float));
        BinaryPrimitives.WriteInt16LittleEndian(to[32..], (short)(channels * sizeof(float)));
        BinaryPrimitives.WriteInt16LittleEndian(to[34..], 8 * sizeof(float));
        "data"u8.CopyTo(to[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(to[40..], ToTheEnd);
        return header;
    }

    private static Span<float> LittleEndian(Span<float> samples)
    {
        if (!BitConverter.IsLittleEndian)
        {
            Span<int> bits = MemoryMarshal.Cast<float, int>(samples);
            BinaryPrimitives.ReverseEndianness(bits, bits);
        }

        return samples;
    }
}
