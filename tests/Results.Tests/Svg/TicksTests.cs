using Research.Results.Svg;

namespace Research.Results.Tests.Svg;

public class TicksTests
{
    [Theory]
    [InlineData(0, 1, 5, new[] { "0.0", "0.2", "0.4", "0.6", "0.8", "1.0" })]
    [InlineData(3, 97, 5, new[] { "0", "20", "40", "60", "80", "100" })]
    [InlineData(-0.013, 0.021, 4, new[] { "-0.02", "-0.01", "0.00", "0.01", "0.02", "0.03" })]
    [InlineData(5, 5, 4, new[] { "4.5", "5.0", "5.5" })]
    public void Ticks_are_round_numbers_around_the_data(double low, double high, int about, string[] labels)
    {
        Ticks ticks = Ticks.Over(low, high, about);
        Assert.Equal(labels, ticks.Labels);
        Assert.True(ticks.Low <= low && ticks.High >= high);
    }

    [Fact]
    public void Ticks_inside_leave_the_ends_where_they_are()
    {
        Ticks ticks = Ticks.Inside(-0.012, 4.9, 5);
        Assert.Equal((-0.012, 4.9), (ticks.Low, ticks.High));
        Assert.Equal(["0", "1", "2", "3", "4"], ticks.Labels);
    }

    [Fact]
    public void Powers_of_ten_surround_logarithms()
    {
        Ticks ticks = Ticks.Powers(-2.4, 0.3);
        Assert.Equal(["0.001", "0.01", "0.1", "1", "10"], ticks.Labels);
        Assert.Equal((-3, 1), (ticks.Low, ticks.High));
    }

    [Fact]
    public void Large_values_are_written_short() => Assert.Equal(["0", "2e15", "4e15", "6e15"], Ticks.Over(0, 5.5e15, 3).Labels);
}
