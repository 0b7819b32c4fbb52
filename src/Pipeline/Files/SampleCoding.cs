using System.Runtime.InteropServices;

namespace Research.Pipeline.Files;

/// <summary>Samples as bytes, every bit of them: 16-bit material as 16 bits, anything else as doubles, both in byte planes.</summary>
/// <remarks>
/// <para>16-bit samples are stored as what is left of each after a prediction from the two before it, e[n] = x[n] − 2x[n−1] + x[n−2]:
/// FLAC's fixed predictor of order two (RFC 9639, section 9.2.5). The arithmetic is modulo 2^16, so that it can be undone for any signal.</para>
/// <para>A small residual of either sign becomes a small number, 0, −1, 1, −2 … to 0, 1, 2, 3 …, so that the high bytes are mostly 0.</para>
/// </remarks>
internal static class SampleCoding
{
    private const double FullScale = 32768;

    /// <summary>Bytes that so many samples take.</summary>
    public static int BytesOf(int samples, bool pcm) => samples * WidthOf(pcm);

    /// <summary>Whether every sample, bit for bit, is a 16-bit whole number times 2^-15; negative zero is none.</summary>
    public static bool IsPcm(ReadOnlySpan<double> samples)
    {
        foreach (double sample in samples)
        {
            double back = (short)(sample * FullScale) / FullScale;
            if (BitConverter.DoubleToInt64Bits(back) != BitConverter.DoubleToInt64Bits(sample))
            {
                return false;
            }
        }

        return true;
    }

    /// <param name="samples">The signal.</param>
    /// <param name="pcm">Whether to store 16 bits a sample: only what <see cref="IsPcm" /> accepts reads back the same.</param>
    public static byte[] Encode(ReadOnlySpan<double> samples, bool pcm) =>
        BytePlanes.Split(pcm ? MemoryMarshal.AsBytes(Residuals(samples).AsSpan()) : MemoryMarshal.AsBytes(samples), WidthOf(pcm));

    /// <summary>The signal that was encoded.</summary>
    public static double[] Decode(ReadOnlySpan<byte> bytes, bool pcm)
    {
        var samples = new double[bytes.Length / WidthOf(pcm)];
        if (!pcm)
        {
            BytePlanes.Join(bytes, WidthOf(pcm), MemoryMarshal.AsBytes(samples.AsSpan()));
            return samples;
        }

        var residuals = new ushort[samples.Length];
        BytePlanes.Join(bytes, WidthOf(pcm), MemoryMarshal.AsBytes(residuals.AsSpan()));
        Sum(residuals, samples);
        return samples;
    }

    private static ushort[] Residuals(ReadOnlySpan<double> samples)
    {
        var residuals = new ushort[samples.Length];
        (short last, short before) = (0, 0);
        for (int n = 0; n < samples.Length; n++)
        {
            short sample = (short)(samples[n] * FullScale);
            short residual = unchecked((short)(sample - (2 * last) + before));
            residuals[n] = unchecked((ushort)((residual << 1) ^ (residual >> 15)));
            (last, before) = (sample, last);
        }

        return residuals;
    }

    private static void Sum(ushort[] residuals, double[] samples)
    {
        (short last, short before) = (0, 0);
        for (int n = 0; n < samples.Length; n++)
        {
            int residual = (residuals[n] >> 1) ^ -(residuals[n] & 1);
            short sample = unchecked((short)(residual + (2 * last) - before));
            samples[n] = sample / FullScale;
            (last, before) = (sample, last);
        }
    }

    private static int WidthOf(bool pcm) => pcm ? sizeof(short) : sizeof(double);
}
