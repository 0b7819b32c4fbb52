using Research.Results.Claims;
using Research.Results.Statistics;

namespace Research.Results.Tests.Claims;

/// <summary>Verdicts and intervals of figures where they change.</summary>
public class VerdictBoundsTests
{
    // Of 0.5 on 64 items a standard error is 1/16 exactly. 95 % intervals of 40 and of 24 of 64 do not reach 0.5.
    private const double Published = 0.5;
    private const double TwoErrors = 2.0 / 16;

    [Theory]
    [InlineData(TwoErrors, Verdict.Reproduced)]
    [InlineData(-TwoErrors, Verdict.Reproduced)]
    [InlineData(0.126, Verdict.Higher)] // 2.016 errors
    [InlineData(-0.126, Verdict.Lower)]
    [InlineData(0.14, Verdict.Higher)] // 2.24 errors
    [InlineData(-0.14, Verdict.Lower)]
    public void Two_standard_errors_are_near_enough_and_no_more_is(double difference, Verdict expected)
    {
        Figure ours = Figure(Published + difference) with { TestItems = 64 };
        Assert.False(ours.Interval!.Contains(Published));
        Assert.Equal(expected, Verdicts.Of(ours, Published));
    }

    [Fact]
    public void The_next_number_above_two_standard_errors_is_higher_and_the_next_below_lower()
    {
        Figure high = Figure(Math.BitIncrement(Published + TwoErrors)) with { TestItems = 64 };
        Figure low = Figure(Math.BitDecrement(Published - TwoErrors)) with { TestItems = 64 };
        Assert.Equal(Verdict.Higher, Verdicts.Of(high, Published));
        Assert.Equal(Verdict.Lower, Verdicts.Of(low, Published));
    }

    // The errors are those of the published value: of a published 1 there are none.
    [Fact]
    public void A_published_share_of_one_has_no_error() =>
        Assert.Equal(Verdict.Lower, Verdicts.Of(Figure(0.9, 0.9001) with { TestItems = 10 }, 1));

    [Fact]
    public void Errors_are_a_proportions_so_a_published_number_above_one_has_none() =>
        Assert.Equal(Verdict.Higher, Verdicts.Of(Figure(1.9, 1.9001) with { TestItems = 10, IsShare = false }, 1.5));

    [Fact]
    public void The_ends_of_an_interval_belong_to_it()
    {
        Figure ours = Figure(0.5, 0.6, 0.7);
        (double low, double high) = (ours.Interval!.Low, ours.Interval.High);
        Assert.Equal(Verdict.Reproduced, Verdicts.Of(ours, low));
        Assert.Equal(Verdict.Reproduced, Verdicts.Of(ours, high));
        Assert.Equal(Verdict.Higher, Verdicts.Of(ours, Math.BitDecrement(low)));
        Assert.Equal(Verdict.Lower, Verdicts.Of(ours, Math.BitIncrement(high)));
    }

    // 4.30265: the 97.5 % quantile of Student's t with two degrees of freedom. Deviation 0.1 over three runs.
    [Fact]
    public void Runs_over_seeds_have_Students_interval_at_95_percent()
    {
        Interval interval = Figure(0.5, 0.6, 0.7).Interval!;
        double half = 4.30265272974946 * 0.1 / Math.Sqrt(3);
        Assert.Equal(0.6 - half, interval.Low, 1e-12);
        Assert.Equal(0.6 + half, interval.High, 1e-12);
    }

    // 3.8414588: the 95 % quantile of χ² with one degree of freedom, which is z².
    [Fact]
    public void One_run_has_Wilsons_interval_at_95_percent()
    {
        const double square = 3.841458820694124;
        Assert.Equal(square / (10 + square), Share(0).Interval!.High, 1e-12);
        Assert.Equal(0, Share(0).Interval!.Low);
        Assert.Equal(10 / (10 + square), Share(1).Interval!.Low, 1e-12);
        Assert.Equal(1, Share(1).Interval!.High);
        double half = Math.Sqrt(square * (10 + square)) / (2 * (10 + square));
        Assert.Equal(0.5 - half, Share(0.5).Interval!.Low, 1e-12);
        Assert.Equal(0.5 + half, Share(0.5).Interval!.High, 1e-12);
    }

    private static Figure Share(double value) => Figure(value) with { TestItems = 10 };

    private static Figure Figure(params double[] runs) =>
        new()
        {
            Variant = "v",
            Split = "test",
            Metric = "accuracy",
            Runs = runs,
        };
}
