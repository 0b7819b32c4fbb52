using Research.Features.Sampling;

namespace Research.Features.Tests.Sampling;

public class KaiserTests
{
    // I₀(1) = 1.2660658777520082, I₀(√3/2) = 1.1964 …: Abramowitz and Stegun, table 9.8, and the first terms of the series.
    [Fact]
    public void It_is_1_in_the_middle_and_1_over_its_middle_at_the_ends()
    {
        Assert.Equal(1, Kaiser.At(0, 14.77), 1e-15);
        Assert.Equal(1 / 1.2660658777520082, Kaiser.At(1, 1), 1e-14);
        Assert.Equal(Kaiser.At(1, 1), Kaiser.At(-1, 1));
    }

    [Fact]
    public void Between_them_it_is_the_series()
    {
        double x = Math.Sqrt(0.75);
        double series =
            1
            + (x * x / 4)
            + (Math.Pow(x, 4) / 64)
            + (Math.Pow(x, 6) / 2304)
            + (Math.Pow(x, 8) / 147_456)
            + (Math.Pow(x, 10) / 14_745_600);
        Assert.Equal(series / 1.2660658777520082, Kaiser.At(0.5, 1), 1e-9);
    }

    [Fact]
    public void With_beta_0_it_is_a_rectangle_and_beyond_the_ends_it_stays_at_their_value()
    {
        Assert.Equal(1, Kaiser.At(0.7, 0));
        Assert.Equal(Kaiser.At(1, 5), Kaiser.At(1.2, 5));
    }
}
