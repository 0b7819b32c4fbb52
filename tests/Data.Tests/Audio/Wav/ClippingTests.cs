using Research.Data.Audio;
using Research.Data.Audio.Wav;
using static Research.Data.Tests.Audio.Wav.WavBuilder;

namespace Research.Data.Tests.Audio.Wav;

public class ClippingTests
{
    [Fact]
    public void Clipping_of_one_channel_is_seen_though_the_mean_hides_it() =>
        Assert.Equal(0.75, Share(Stereo([1, 1, 0.2, -1, 0, 0, 0.1, 1])));

    [Fact]
    public void One_channel_is_counted_as_it_is() =>
        Assert.Equal(0.5, Share(File(Format(3, 1, 8000, 32), Floats([0.9989, 0.999]))));

    [Fact]
    public void The_last_of_as_many_channels_as_can_be_read_is_counted()
    {
        byte[] samples = [.. Enumerable.Repeat((byte)128, 4 * WavFormat.MostChannels)];
        samples[WavFormat.MostChannels - 1] = 0;
        Assert.Equal(0.25, Share(File(Format(1, WavFormat.MostChannels, 8000, 8), samples)));
    }

    private static double Share(byte[] wav)
    {
        using var file = new MemoryStream(wav);
        return new WavSamples(file, WavLayout.Of(file, "a.wav"), "a.wav").ReadAll().ClippedShare;
    }

    private static byte[] Stereo(double[] samples) => File(Format(3, 2, 8000, 32), Floats(samples));

    private static byte[] Floats(double[] samples) => [.. samples.SelectMany(x => BitConverter.GetBytes((float)x))];
}
