using System.Text.Json;
using Research.Features.Music;
using Research.Numerics;
using Research.Tests;

namespace Research.Features.Tests.Music;

public class TempogramTests
{
    // Oracle: the definitions in numpy and scipy (Golden/make_music.py).
    [Fact]
    public void The_tempogram_is_that_of_its_definition()
    {
        foreach (JsonElement item in Pulses.Tracked)
        {
            OnsetEnvelope onset = Pulses.Onset(Pulses.Of(item), BandAggregate.Mean);
            Matrix rows = Tempogram.Of(onset, item.GetProperty("window").GetInt32());
            Assert.Equal(onset.Values.Length, rows.Rows);
            foreach (JsonProperty frame in item.GetProperty("tempogram").EnumerateObject())
            {
                Golden.AssertClose(frame.Value.Numbers(), rows.Row(int.Parse(frame.Name)), 1e-6, frame.Name);
            }
        }
    }

    // Under a Hann window of 4 (0, ½, 1, ½) about the middle of 2 4 2: the values 0 1 4 1, whose correlation is 18 8 1 0.
    [Fact]
    public void The_correlation_by_hand()
    {
        Matrix rows = Tempogram.Of(Curve(0, 0, 2, 4, 2, 0, 0), 4);
        Golden.AssertClose([1, 8 / 18.0, 1 / 18.0, 0], rows.Row(3), 1e-12);
    }

    // A ramp from 0 up to the first value lies before it: 0 2 | 4 4, windowed 0 1 4 2.
    [Fact]
    public void Beyond_the_ends_the_curve_falls_in_a_straight_line()
    {
        Matrix rows = Tempogram.Of(Curve(4, 4, 4, 4), 4);
        Golden.AssertClose([1, 12 / 21.0, 2 / 21.0, 0], rows.Row(0), 1e-12);
    }

    [Fact]
    public void Where_nothing_begins_all_is_zero() =>
        Assert.All(Tempogram.Of(Curve(0, 0, 0), 5).Values.ToArray(), value => Assert.Equal(0, value));

    [Theory]
    [InlineData(0)]
    [InlineData(2_000_000)]
    public void A_window_that_cannot_be_is_refused(int window) =>
        Assert.Throws<ResearchException>(() => Tempogram.Of(Curve(1, 2), window));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1)]
    public void A_strength_that_cannot_be_is_refused(double value)
    {
        ResearchException error = Assert.Throws<ResearchException>(() => Tempogram.Of(Curve(1, value), 4));
        Assert.Contains("Onset strength 1", error.Message, StringComparison.Ordinal);
    }

    private static OnsetEnvelope Curve(params double[] values) => new(values, 100, 1, 0);
}
