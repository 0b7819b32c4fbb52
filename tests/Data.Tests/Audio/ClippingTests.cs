using Research.Data.Audio;
using static Research.Data.Tests.Audio.WavBuilder;

namespace Research.Data.Tests.Audio;

public class ClippingTests
{
    [Fact]
    public void Clipping_of_one_channel_is_seen_though_the_mean_hides_it() =>
        Assert.Equal(0.75, Clipping.LargestShare(Stereo([1, 1, 0.2, -1, 0, 0, 0.1, 1]), "a.wav"));

    [Fact]
    public void One_channel_is_counted_as_it_is() =>
        Assert.Equal(0.5, Clipping.LargestShare(File(Format(3, 1, 8000, 32), Floats([0.9989, 0.999])), "a.wav"));

    [Fact]
    public void A_last_frame_that_is_cut_off_counts_for_the_channels_that_it_has() =>
        Assert.Equal(0.5, Clipping.LargestShare(Stereo([0, 0, 1]), "a.wav"));

    [Fact]
    public void As_many_channels_as_a_header_can_name_take_no_time()
    {
        const int Channels = 60_000;
        byte[] samples = [.. Enumerable.Repeat((byte)128, 4 * Channels)];
        samples[7] = 0;
        Assert.Equal(0.25, Clipping.LargestShare(File(Format(1, Channels, 8000, 8), samples), "a.wav"));
    }

    private static byte[] Stereo(double[] samples) => File(Format(3, 2, 8000, 32), Floats(samples));

    private static byte[] Floats(double[] samples) => [.. samples.SelectMany(x => BitConverter.GetBytes((float)x))];
}
