using System.Buffers.Binary;

namespace Research.Data.Audio;

/// <summary>From sample bytes to a mono signal; channels are averaged.</summary>
internal static class SampleDecoder
{
    private const double LargestSample = 1e30; // beyond this no power can be computed; such a file is no sound

    /// <summary>PCM of b bits is divided by 2^(b−1) (8-bit is unsigned, centred on 128); float is taken as it is.</summary>
    /// <exception cref="AudioFormatException">A float sample is not finite, or absurdly large.</exception>
    public static double[] Decode(ReadOnlySpan<byte> data, WavFormat format, string file)
    {
        int frames = data.Length / format.BytesPerFrame;
        var samples = new double[frames];
        for (int i = 0; i < frames; i++)
        {
            double sum = 0;
            for (int channel = 0; channel < format.Channels; channel++)
            {
                int offset = (i * format.BytesPerFrame) + (channel * format.BytesPerSample);
                sum += One(data.Slice(offset, format.BytesPerSample), format.Code);
            }

            samples[i] = sum / format.Channels;
            if (!(Math.Abs(samples[i]) <= LargestSample))
            {
                throw new AudioFormatException(
                    $"{file}: sample {i} is {samples[i]}; samples must be finite, and of full scale ±1 or thereabouts."
                )
                {
                    Problem = RecordingProblem.NotFinite,
                };
            }
        }

        return samples;
    }

    private static double One(ReadOnlySpan<byte> bytes, int code) =>
        (bytes.Length, code) switch
        {
            (1, _) => (bytes[0] - 128) / 128.0,
            (2, _) => BinaryPrimitives.ReadInt16LittleEndian(bytes) / 32_768.0,
            (3, _) => ((sbyte)bytes[2] << 16 | bytes[1] << 8 | bytes[0]) / 8_388_608.0,
            (4, WavFormat.Float) => BinaryPrimitives.ReadSingleLittleEndian(bytes),
            (4, _) => BinaryPrimitives.ReadInt32LittleEndian(bytes) / 2_147_483_648.0,
            _ => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        };
}
