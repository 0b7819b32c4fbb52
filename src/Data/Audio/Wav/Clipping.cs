namespace Research.Data.Audio.Wav;

/// <summary>Counts clipped samples channel by channel: reading averages the channels, and what is clipped in one hides in the mean.</summary>
internal sealed class Clipping(int channels)
{
    private const double FullScale = 0.999;

    private readonly long[] _all = new long[channels];
    private readonly long[] _clipped = new long[channels];

    /// <summary>Largest share of samples at full scale of a channel, 0 to 1; each channel has had a sample.</summary>
    public double LargestShare => _clipped.Select((count, channel) => (double)count / _all[channel]).Max();

    public void Count(int channel, double sample)
    {
        _all[channel]++;
        _clipped[channel] += Math.Abs(sample) >= FullScale ? 1 : 0;
    }
}
