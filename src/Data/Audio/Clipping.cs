namespace Research.Data.Audio;

/// <summary>Clipping, channel by channel: reading averages the channels, and what is clipped in one hides in the mean.</summary>
internal static class Clipping
{
    private const double FullScale = 0.999;

    /// <summary>Largest share of samples at full scale of a channel, 0 to 1.</summary>
    /// <exception cref="AudioFormatException">The bytes are no WAV that can be read.</exception>
    public static double LargestShare(byte[] wav, string path)
    {
        (double[] samples, int channels) = WavReader.ParseChannels(wav, path);
        int[] clipped = new int[channels];
        for (int i = 0; i < samples.Length; i++)
        {
            clipped[i % channels] += Math.Abs(samples[i]) >= FullScale ? 1 : 0;
        }

        return clipped.Select((count, channel) => (double)count / CountOf(samples.Length, channels, channel)).Max();
    }

    // Of a last frame that is cut off, the first channels are there; at least one frame is whole.
    private static int CountOf(int samples, int channels, int channel) => (samples - channel + channels - 1) / channels;
}
