using System.Buffers.Binary;

namespace Research.Data.Audio.Wav;

/// <summary>From the bytes of frames to a mono signal; channels are averaged.</summary>
internal static class SampleDecoder
{
    private const double LargestSample = 1e30; // beyond this no power can be computed; such a file is no sound

    /// <summary>A whole number in a container of b bits is divided by 2^(b−1) (eight bits are unsigned, around 128); float is taken as it is.</summary>
    /// <param name="bytes">Of whole frames, as many as <paramref name="mono"/> has places.</param>
    /// <param name="firstFrame">The first frame's number, for messages.</param>
    /// <param name="clipping">Counts each sample; null where nobody asks.</param>
    /// <exception cref="RecordingException">A float sample is not finite, or absurdly large.</exception>
    public static void Decode(
        ReadOnlySpan<byte> bytes,
        WavFormat format,
        long firstFrame,
        Span<double> mono,
        Clipping? clipping,
        string file
    )
    {
        int width = format.BytesPerSample;
        int at = 0;
        for (int i = 0; i < mono.Length; i++)
        {
            double sum = 0;
            for (int channel = 0; channel < format.Channels; channel++, at += width)
            {
                double sample = Checked(One(bytes.Slice(at, width), format), firstFrame + i, file);
                clipping?.Count(channel, sample);
                sum += sample;
            }

            mono[i] = sum / format.Channels;
        }
    }

    private static double Checked(double sample, long frame, string file) =>
        Math.Abs(sample) <= LargestSample
            ? sample
            : throw RecordingException.Of(
                RecordingProblem.NotFinite,
                file,
                $"sample {frame} is {sample}; samples must be finite, and of full scale ±1 or thereabouts."
            );

    private static double One(ReadOnlySpan<byte> bytes, WavFormat format) =>
        format.Coding switch
        {
            SampleCoding.Signed => Whole(bytes, format.BigEndian),
            SampleCoding.Float => format.BytesPerSample == 4
                ? (
                    format.BigEndian
                        ? BinaryPrimitives.ReadSingleBigEndian(bytes)
                        : BinaryPrimitives.ReadSingleLittleEndian(bytes)
                )
                : (
                    format.BigEndian
                        ? BinaryPrimitives.ReadDoubleBigEndian(bytes)
                        : BinaryPrimitives.ReadDoubleLittleEndian(bytes)
                ),
            SampleCoding.MuLaw => CompandedSample.MuLaw(bytes[0]) / 32_768.0,
            SampleCoding.ALaw => CompandedSample.ALaw(bytes[0]) / 32_768.0,
            _ => (bytes[0] - 128) / 128.0,
        };

    private static double Whole(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        if (bytes.Length == 2)
        {
            return (bigEndian ? BinaryPrimitives.ReadInt16BigEndian(bytes) : BinaryPrimitives.ReadInt16LittleEndian(bytes))
                / 32_768.0;
        }

        // The highest byte carries the sign; dividing by a power of two is exact up to 53 bits and rounds once beyond.
        long value = (sbyte)bytes[bigEndian ? 0 : ^1];
        for (int i = 1; i < bytes.Length; i++)
        {
            value = (value << 8) | bytes[bigEndian ? i : bytes.Length - 1 - i];
        }

        return value / (double)(1UL << ((8 * bytes.Length) - 1));
    }
}
