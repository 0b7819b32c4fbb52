using Research.Results.Metrics;
using Research.Results.Statistics;

namespace Research.Results.Tests.Statistics;

/// <summary>Intervals by hand where a formula can go wrong without being seen: at their ends, and at other levels.</summary>
public class IntervalBoundsTests
{
    // Quantiles of χ² with one degree of freedom: z² of the level.
    public static TheoryData<double, double> Squares =>
        new()
        {
            { 0.80, 1.642374415149818 },
            { 0.90, 2.705543454095404 },
            { 0.95, 3.841458820694124 },
            { 0.99, 6.634896601021217 },
        };

    [Theory]
    [MemberData(nameof(Squares))]
    public void None_of_n_reaches_up_to_z_squared_over_n_and_z_squared(double level, double square)
    {
        foreach (int n in new[] { 1, 2, 7, 300, 100_000 })
        {
            Interval none = Interval.Wilson(0, n, level);
            Interval all = Interval.Wilson(n, n, level);
            Assert.InRange(none.Low, 0, 1e-15); // never below, whatever rounding does
            Assert.Equal(square / (n + square), none.High, 1e-9);
            Assert.Equal(n / (n + square), all.Low, 1e-9);
            Assert.InRange(all.High, 1 - 1e-15, 1);
        }
    }

    [Theory]
    [MemberData(nameof(Squares))]
    public void Half_of_n_has_an_interval_about_a_half(double level, double square)
    {
        Interval half = Interval.Wilson(50, 100, level);
        double width = Math.Sqrt(square * (100 + square)) / (2 * (100 + square));
        Assert.Equal(0.5 - width, half.Low, 1e-9);
        Assert.Equal(0.5 + width, half.High, 1e-9);
    }

    [Fact]
    public void Both_ends_are_inside_and_what_lies_beyond_is_not()
    {
        var interval = new Interval(0.25, 0.75);
        Assert.True(interval.Contains(0.25));
        Assert.True(interval.Contains(0.75));
        Assert.False(interval.Contains(Math.BitDecrement(0.25)));
        Assert.False(interval.Contains(Math.BitIncrement(0.75)));
    }

    [Fact]
    public void A_share_of_nothing_has_no_interval_and_one_of_something_Wilsons()
    {
        Assert.Null(Interval.OfShare(0, 0, 0.95));
        Assert.Equal(Interval.Wilson(1, 3, 0.9), Interval.OfShare(1, 3, 0.9));
    }

    [Fact]
    public void The_middle_of_one_value_is_that_value_and_the_whole_of_a_sample_its_ends()
    {
        Assert.Equal(new Interval(3, 3), Interval.OfMiddle([3], 0.95));
        Assert.Equal(new Interval(-2, 5), Interval.OfMiddle([5, 0, -2, 1], 1));
        Assert.Equal(new Interval(0.5, 0.5), Interval.OfMiddle([1, 0], 0));
    }

    [Fact]
    public void A_sample_of_equal_values_has_an_interval_without_width() =>
        Assert.Equal(new Interval(0.25, 0.25), Interval.OfMean([0.25, 0.25, 0.25], 0.95));

    // 3.8414588 is z² at 95 %; at 80 % it would be 1.6424.
    [Fact]
    public void The_standard_intervals_of_metrics_are_at_95_percent_of_a_thousand_resamples()
    {
        const double square = 3.841458820694124;
        int[] wrong = [.. Enumerable.Repeat(1, 10)];
        Metric accuracy = ClassificationMetrics.Of(new int[10], wrong, ["a", "b"], IntervalSettings.Standard)[0];
        Assert.Equal("accuracy", accuracy.Name);
        Assert.Equal(square / (10 + square), accuracy.Interval!.High, 1e-12);
        Assert.Equal((0.95, 1000, 1UL), Standard());

        static (double, int, ulong) Standard() =>
            (IntervalSettings.Standard.Level, IntervalSettings.Standard.Resamples, IntervalSettings.Standard.Seed);
    }
}
