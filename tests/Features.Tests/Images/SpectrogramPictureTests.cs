using System.Text.Json;
using Research.Data;
using Research.Features.Images;
using Research.Numerics;
using Research.Tests;

namespace Research.Features.Tests.Images;

public class SpectrogramPictureTests
{
    [Fact]
    public void Levels_are_librosas_decibels_in_255_steps()
    {
        JsonElement oracle = Golden.Json("melspec128_8k_2048_512_fmax8000_db.json").GetProperty("signals");
        Matrix levels = SpectrogramPicture.Levels(Signals.Synthetic(8_000), SpectrogramPictureSettings.Film with { Seconds = 1 });
        double[] decibels = Signals.Transposed(oracle.GetProperty("synthetic"));
        double[] expected = [.. decibels.Select(value => 255 * (1 + (value / 80)))];
        Golden.AssertClose(expected, levels.Values.ToArray(), 0.51, "level");
    }

    [Fact]
    public void Ten_seconds_are_157_frames_of_128_bands_whatever_comes_in()
    {
        foreach (double seconds in (double[])[0.5, 12])
        {
            var waveform = new Waveform(Tone((int)(seconds * 8_000)), 8_000);
            Matrix levels = SpectrogramPicture.Levels(waveform, SpectrogramPictureSettings.Film);
            Assert.Equal((157, 128), (levels.Rows, levels.Columns));
            Assert.Equal(255, levels.Values.ToArray().Max());
            Assert.All(levels.Values.ToArray(), level => Assert.Equal(Math.Floor(level), level));
        }
    }

    [Fact]
    public void Silence_is_as_loud_as_its_loudest()
    {
        Matrix levels = SpectrogramPicture.Levels(new Waveform(new double[800], 8_000), SpectrogramPictureSettings.Film);
        Assert.All(levels.Values.ToArray(), level => Assert.Equal(255, level));
    }

    [Fact]
    public void The_lowest_band_is_at_the_bottom_and_time_goes_right()
    {
        var levels = new Matrix(2, 3);
        levels[1, 0] = 255; // the second frame's lowest band
        Image image = SpectrogramPicture.Of(levels);
        Assert.Equal((3, 2, 3), (image.Height, image.Width, image.Channels));
        Assert.Equal([0, 0, 4], image.Bytes[..3]);
        Assert.Equal([252, 253, 191], image.Bytes[^3..]);
    }

    [Fact]
    public void A_range_of_nothing_is_refused() =>
        Assert.Throws<SettingsException>(() =>
            SpectrogramPicture.Levels(
                new Waveform(new double[800], 8_000),
                SpectrogramPictureSettings.Film with
                {
                    RangeDecibels = 0,
                }
            )
        );

    private static double[] Tone(int samples) => [.. Enumerable.Range(0, samples).Select(i => Math.Sin(i * 0.3))];
}
