namespace Research.Pipeline.Files.Pcm;

/// <summary>16-bit signals as bytes, without loss: predictors and Rice codes, then the signs of the zeros.</summary>
internal static class PcmCoding
{
    private const double FullScale = 32768;

    /// <summary>Whether every sample, bit for bit, is a 16-bit whole number times 2^-15, or negative zero.</summary>
    public static bool CanEncode(ReadOnlySpan<double> samples)
    {
        foreach (double sample in samples)
        {
            double back = (short)(sample * FullScale) / FullScale;
            if (BitConverter.DoubleToInt64Bits(back) != BitConverter.DoubleToInt64Bits(sample) && sample != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <param name="samples">A signal that <see cref="CanEncode" />.</param>
    public static byte[] Encode(ReadOnlySpan<double> samples)
    {
        var numbers = new int[BlockWriter.Lead + samples.Length];
        for (int n = 0; n < samples.Length; n++)
        {
            numbers[BlockWriter.Lead + n] = (int)(samples[n] * FullScale);
        }

        var writer = new BitWriter();
        new BlockWriter().Write(writer, numbers);
        ZeroSigns.Write(writer, samples);
        return writer.ToArray();
    }

    /// <summary>The signal that was encoded.</summary>
    /// <param name="count">Samples.</param>
    /// <exception cref="InvalidDataException">The bytes hold no signal of that length.</exception>
    public static double[] Decode(ReadOnlySpan<byte> bytes, int count)
    {
        var reader = new BitReader(bytes);
        var numbers = new int[BlockWriter.Lead + count];
        BlockReader.Read(ref reader, numbers);
        var samples = new double[count];
        for (int n = 0; n < count; n++)
        {
            int number = numbers[BlockWriter.Lead + n];
            if (number != (short)number)
            {
                throw new InvalidDataException($"Sample {n} is {number}, which has more than 16 bits.");
            }

            samples[n] = number / FullScale;
        }

        ZeroSigns.Read(ref reader, samples);
        reader.CheckEnd();
        return samples;
    }
}
