using Research.Results.Claims;

namespace Research.Results.Tests.Claims;

public class FigureTests
{
    [Fact]
    public void The_mean_is_of_the_runs_and_over_marks_the_value_at_the_marks_as_they_were_set()
    {
        Assert.Equal(2, Of(1, 2, 3).Mean);
        Assert.Equal(1, (Of(1, 2, 3) with { RunsDifferBy = RunsDifferBy.Marks }).Mean);
    }

    [Fact]
    public void One_run_has_neither_deviation_nor_interval()
    {
        Assert.Null(Of(0.5).Deviation);
        Assert.Null(Of(0.5).Interval);
        Assert.Null((Of(0.5) with { RunsDifferBy = RunsDifferBy.Split }).Interval);
        Assert.Equal(1, Of(1, 2, 3).Deviation);
    }

    [Fact]
    public void The_interval_of_a_share_stays_between_0_and_1_and_that_of_another_number_does_not()
    {
        Figure wide = Of(0, 1) with { IsShare = true };
        Assert.Equal((0, 1), (wide.Interval!.Low, wide.Interval.High));
        Assert.True(Of(0, 1).Interval!.Low < 0 && Of(0, 1).Interval!.High > 1);
    }

    [Fact]
    public void One_proportion_has_Wilsons_interval_of_its_items()
    {
        Figure one = Of(0.8) with { TestItems = 10 };
        Assert.Equal(Research.Results.Statistics.Interval.Wilson(8, 10, 0.95), one.Interval);
    }

    [Fact]
    public void A_number_is_one_run_that_is_no_share_and_has_no_interval()
    {
        var count = Figure.Number("set", "train", "clips", 133);
        Assert.Equal(("set", "train", "clips", 133), (count.Variant, count.Split, count.Metric, count.Mean));
        Assert.False(count.IsShare);
        Assert.Null(count.Interval);
        Assert.Null(count.Answers);
    }

    private static Figure Of(params double[] runs) =>
        new()
        {
            Variant = "v",
            Split = "test",
            Metric = "m",
            Runs = runs,
            IsShare = false,
        };
}
