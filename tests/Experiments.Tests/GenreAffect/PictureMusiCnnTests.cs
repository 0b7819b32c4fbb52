using Research.Experiments.GenreAffect;
using Research.Numerics;

namespace Research.Experiments.Tests.GenreAffect;

public class PictureMusiCnnTests
{
    private const int Bins = 544;
    private const double Mean = 2.24;

    private static readonly Matrix Weights = PictureMel.Weights();

    [Fact]
    public void Frames_follow_every_16_milliseconds_from_the_first_to_the_last_of_the_picture()
    {
        Matrix frames = PictureMel.Frames(Tone(1000), Weights, Mean); // 56 steps of 1920 samples at 22.05 kHz: 4.876 s
        Assert.Equal((304, 96), (frames.Rows, frames.Columns));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(Mean)]
    public void The_level_is_chosen_so_that_the_input_has_its_mean(double mean) =>
        Assert.Equal(mean, OrderedSum.Mean(PictureMel.Frames(Tone(1000), Weights, mean).Values), 1e-6);

    // Slaney's scale: 96 bands from 0 to 8 kHz, 1 kHz is mel 15 of 45.2.
    [Theory]
    [InlineData(300, 9)]
    [InlineData(1000, 31)]
    [InlineData(6000, 86)]
    public void A_tone_is_loudest_in_the_band_around_it(double hertz, int band)
    {
        double[] frame = PictureMel.Frames(Tone(hertz), Weights, Mean).Row(100).ToArray();
        Assert.InRange(Array.IndexOf(frame, frame.Max()), band - 1, band + 1);
    }

    [Fact]
    public void What_lies_above_8_kHz_is_not_heard()
    {
        Matrix low = PictureMel.Frames(Tone(1000), Weights, Mean);
        Matrix both = Tone(1000);
        for (int t = 0; t < both.Rows; t++)
        {
            both[t, 500] = 255; // 10.1 kHz
        }

        Assert.Equal(low.Values.ToArray(), PictureMel.Frames(both, Weights, Mean).Values.ToArray());
    }

    [Fact]
    public void Between_two_frames_decibels_are_on_a_straight_line()
    {
        var picture = new Matrix(3, Bins);
        picture.Row(1).Fill(255);
        Matrix frames = PictureMel.Frames(picture, Weights, Mean);
        Matrix even = PictureMel.Frames(picture, Weights, 1);
        Assert.Equal(10, frames.Rows); // two steps of 87 ms
        int loudest = Enumerable.Range(0, frames.Rows).MaxBy(t => frames[t, 40]);
        Assert.InRange(loudest, 5, 6); // the middle frame, 87 ms on
        Assert.All(Enumerable.Range(1, loudest - 1), t => Assert.True(even[t, 40] >= even[t - 1, 40]));
    }

    // A tone of that frequency, 60 of 255 elsewhere.
    private static Matrix Tone(double hertz)
    {
        var picture = new Matrix(57, Bins);
        picture.Values.Fill(60);
        for (int t = 0; t < picture.Rows; t++)
        {
            picture[t, (int)(hertz / (11_025.0 / Bins))] = 255;
        }

        return picture;
    }
}
