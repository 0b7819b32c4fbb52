using System.Buffers.Binary;

namespace Research.Data.Audio;

/// <summary>From sample bytes to a mono signal; channels are averaged.</summary>
internal static class SampleDecoder
{
    private const double LargestSample = 1e30; // beyond this no power can be computed; such a file is no sound

    /// <summary>PCM of b bits is divided by 2^(b−1) (8-bit is unsigned, centred on 128); float is taken as it is. One pass, whatever the channels.</summary>
    /// <exception cref="AudioFormatException">A float sample is not finite, or absurdly large.</exception>
    public static Recording Decode(WavData data, string file)
    {
        WavFormat format = data.Format;
        ReadOnlySpan<byte> bytes = data.Bytes;
        int width = format.BytesPerSample;
        var clipping = new Clipping(format.Channels);
        var samples = new double[data.Frames];
        int at = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            double sum = 0;
            for (int channel = 0; channel < format.Channels; channel++, at += width)
            {
                double sample = Checked(One(bytes.Slice(at, width), format.Code), i, file);
                clipping.Count(channel, sample);
                sum += sample;
            }

            samples[i] = sum / format.Channels;
        }

        // Of a last frame that is cut off, the first channels are there.
        for (int channel = 0; at + width <= bytes.Length; channel++, at += width)
        {
            clipping.Count(channel, One(bytes.Slice(at, width), format.Code));
        }

        return new Recording(new Waveform(samples, format.SampleRateHz), clipping.LargestShare);
    }

    private static double Checked(double sample, int frame, string file) =>
        Math.Abs(sample) <= LargestSample
            ? sample
            : throw new AudioFormatException(
                $"{file}: sample {frame} is {sample}; samples must be finite, and of full scale ±1 or thereabouts."
            )
            {
                Problem = RecordingProblem.NotFinite,
            };

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
