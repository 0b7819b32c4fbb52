using Research.Experiments.GenreAffect;
using Research.Features.Music;
using Research.Numerics;

namespace Research.Experiments.Tests.GenreAffect;

public class PictureBandsTests
{
    private const int Bins = 544;
    private const double HertzPerBin = 11_025.0 / Bins;

    [Theory]
    [InlineData(440, 9)]
    [InlineData(880, 9)]
    [InlineData(1046.5, 0)]
    [InlineData(1661.2, 8)]
    public void A_tone_is_strongest_in_its_pitch_class(double hertz, int pitchClass)
    {
        double[] chroma = PictureBands.Chroma(Tone(hertz)).Row(0).ToArray();
        Assert.Equal(1, chroma[pitchClass]);
        Assert.All(chroma.Where((_, c) => c != pitchClass), value => Assert.True(value < 1));
    }

    [Fact]
    public void A_silent_frame_has_equal_pitch_classes_and_a_tone_below_350_hertz_none()
    {
        Assert.All(PictureBands.Chroma(new Matrix(1, Bins)).Values.ToArray(), value => Assert.Equal(1, value));
        Assert.All(PictureBands.Chroma(Tone(200)).Values.ToArray(), value => Assert.Equal(1, value));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(64)]
    [InlineData(128)]
    public void An_even_spectrum_has_its_level_in_every_mel_band(int bands)
    {
        var picture = new Matrix(2, Bins);
        picture.Values.Fill(255);
        Assert.All(PictureBands.Mel(picture, bands).Values.ToArray(), value => Assert.Equal(110, value, 1e-9));
    }

    [Fact]
    public void A_tone_is_loudest_in_the_band_around_it()
    {
        double[] low = PictureBands.Mel(Tone(300), 40).Row(0).ToArray();
        double[] high = PictureBands.Mel(Tone(6000), 40).Row(0).ToArray();
        Assert.InRange(Array.IndexOf(low, low.Max()), 2, 5);
        Assert.InRange(Array.IndexOf(high, high.Max()), 31, 35);
    }

    [Fact]
    public void Onsets_are_mean_rises_and_falls_count_nothing()
    {
        OnsetEnvelope onsets = PictureBands.Onsets(
            Matrix.OfRows([
                [0, 0],
                [4, 2],
                [1, 3],
            ])
        );
        Assert.Equal([0, 3, 0.5], onsets.Values);
        Assert.Equal(1024 / 22_050.0, onsets.Seconds(0), 1e-12);
        Assert.Equal((1024 + 1920) / 22_050.0, onsets.Seconds(1), 1e-12);
    }

    [Fact]
    public void Levelled_values_have_mean_0_and_deviation_1_together()
    {
        double[] values = PictureBands
            .Levelled(
                Matrix.OfRows([
                    [1, 2],
                    [3, 6],
                ])
            )
            .Values.ToArray();
        Assert.Equal(0, values.Average(), 1e-12);
        Assert.Equal(1, values.Average(value => value * value), 1e-12);
        Assert.All(
            PictureBands
                .Levelled(
                    Matrix.OfRows([
                        [3, 3],
                    ])
                )
                .Values.ToArray(),
            value => Assert.Equal(0, value)
        );
    }

    // One bin at the top, the others silent.
    private static Matrix Tone(double hertz)
    {
        var picture = new Matrix(1, Bins);
        picture[0, (int)(hertz / HertzPerBin)] = 255;
        return picture;
    }
}
