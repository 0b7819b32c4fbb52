using Research.Results.Svg;

namespace Research.Results.Tests.Svg;

public class BandTicksTests
{
    [Fact]
    public void Each_of_a_few_bands_is_named_at_its_middle()
    {
        Ticks ticks = BandTicks.Of(["C", "D", "E"]);
        Assert.Equal((0, 3), (ticks.Low, ticks.High));
        Assert.Equal([0.5, 1.5, 2.5], ticks.Values);
        Assert.Equal(["C", "D", "E"], ticks.Labels);
    }

    [Fact]
    public void Of_many_bands_every_so_many_is_named()
    {
        Ticks ticks = BandTicks.Of([.. Enumerable.Range(0, 128).Select(band => $"{band}")]);
        Assert.Equal(["0", "11", "22", "33", "44", "55", "66", "77", "88", "99", "110", "121"], ticks.Labels);
        Assert.Equal(11.5, ticks.Values[1]);
    }
}
