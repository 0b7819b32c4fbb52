using Research.Features.Voice;

namespace Research.Features.Tests.Voice;

public class FrameTimesTests
{
    private static readonly FrameTimes Times = new(4, 1, 0.5); // 1, 1.5, 2, 2.5 s

    [Fact]
    public void As_many_frames_as_fit_lie_about_the_middle()
    {
        FrameTimes times = FrameTimes.Within(1, 0.3, 0.2);
        Assert.Equal(4, times.Count);
        Assert.Equal(0.2, times[0], 1e-12);
        Assert.Equal(0.8, times[3], 1e-12);
    }

    [Fact]
    public void A_value_between_frames_is_linear_and_holds_for_half_a_step_beyond()
    {
        double[] values = [10, 20, double.NaN, 40];
        Assert.Equal(15, Times.At(values, 1.25));
        Assert.Equal(10, Times.At(values, 0.75));
        Assert.Equal(double.NaN, Times.At(values, 0.74));
        Assert.Equal(20, Times.At(values, 1.7));
        Assert.Equal(double.NaN, Times.At(values, 2));
        Assert.Equal(40, Times.At(values, 2.75));
    }

    [Fact]
    public void A_mean_over_time_is_the_area_under_the_line()
    {
        Assert.Equal(15, Times.Mean([10, 20, 30, 40], 1, 1.5), 1e-12);
        Assert.Equal(12.5, Times.Mean([10, 20, 30, 40], 1, 1.25), 1e-12);
        Assert.Equal(30, Times.Mean([10, 20, double.NaN, 40], 1.5, 2.5), 1e-12); // half a step of 20, half a step of 40
        Assert.Equal(double.NaN, Times.Mean([10, double.NaN, double.NaN, 40], 1.3, 2.2));
        Assert.Equal(double.NaN, Times.Mean([10, 20, 30, 40], 5, 6));
    }
}
