using Research.Numerics;
using Research.Results.Statistics;

namespace Research.Results.Tests.Statistics;

public class BootstrapTests
{
    private static readonly double[] Sample = [.. Enumerable.Range(0, 400).Select(i => (double)(i * 7919 % 400))];

    [Fact]
    public void The_interval_of_a_mean_is_near_the_normal_one()
    {
        Interval interval = Bootstrap.Of(Sample.Length, drawn => [Mean(drawn)], IntervalSettings.Standard).Single();
        double half = 1.96 * Math.Sqrt(OrderedSum.Variance(Sample, 0) / Sample.Length);
        Assert.Equal(199.5 - half, interval.Low, 1.5);
        Assert.Equal(199.5 + half, interval.High, 1.5);
    }

    [Fact]
    public void The_same_seed_draws_the_same_and_another_seed_others()
    {
        Interval[] Of(ulong seed) =>
            Bootstrap.Of(Sample.Length, drawn => [Mean(drawn)], IntervalSettings.Standard with { Seed = seed });
        Assert.Equal(Of(1), Of(1));
        Assert.NotEqual(Of(1), Of(2));
    }

    [Fact]
    public void Each_draw_has_as_many_items_as_there_are_with_replacement()
    {
        var draws = new List<int[]>();
        Bootstrap.Of(
            20,
            drawn =>
            {
                draws.Add([.. drawn]);
                return [0];
            },
            IntervalSettings.Standard with
            {
                Resamples = 50,
            }
        );
        Assert.Equal(50, draws.Count);
        Assert.All(draws, drawn => Assert.All(drawn, i => Assert.InRange(i, 0, 19)));
        Assert.All(draws, drawn => Assert.InRange(drawn.Distinct().Count(), 6, 19));
    }

    [Fact]
    public void Several_statistics_each_have_their_interval()
    {
        Interval[] intervals = Bootstrap.Of(Sample.Length, drawn => [3, Mean(drawn)], IntervalSettings.Standard);
        Assert.Equal(new Interval(3, 3), intervals[0]);
        Assert.True(intervals[1].High - intervals[1].Low > 10);
    }

    [Fact]
    public void No_item_and_no_resample_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.Of(0, _ => [0], IntervalSettings.Standard));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Bootstrap.Of(3, _ => [0], IntervalSettings.Standard with { Resamples = 0 })
        );
    }

    [Fact]
    public void Items_that_are_units_of_their_own_are_drawn_as_items_are()
    {
        Interval[] items = Bootstrap.Of(Sample.Length, drawn => [drawn.Sum()], IntervalSettings.Standard);
        int[] own = [.. Enumerable.Range(0, Sample.Length)];
        Interval[] units = Bootstrap.OverUnits(
            own,
            copies => [copies.Select((count, i) => count * i).Sum()],
            IntervalSettings.Standard
        );
        Assert.Equal(items, units);
    }

    [Fact]
    public void Items_of_a_unit_are_drawn_together() =>
        Bootstrap.OverUnits(
            [0, 1, 0, 2],
            copies =>
            {
                Assert.Equal(copies[0], copies[2]);
                Assert.Equal(3, copies[0] + copies[1] + copies[3]);
                return [0];
            },
            IntervalSettings.Standard
        );

    // Ten units of forty equal items know as much as ten items.
    [Fact]
    public void Units_of_equal_items_give_the_wider_interval()
    {
        int[] unitOf = [.. Enumerable.Range(0, 400).Select(i => i / 40)];
        double Width(int[] units)
        {
            Interval interval = Bootstrap
                .OverUnits(
                    units,
                    copies => [(double)copies.Select((count, i) => count * unitOf[i]).Sum() / copies.Sum()],
                    IntervalSettings.Standard
                )
                .Single();
            return interval.High - interval.Low;
        }

        double ofItems = Width([.. Enumerable.Range(0, 400)]);
        Assert.Equal(Math.Sqrt(40), Width(unitOf) / ofItems, 0.7);
    }

    [Fact]
    public void No_unit_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.OverUnits([], _ => [0], IntervalSettings.Standard));

    private static double Mean(int[] drawn) => OrderedSum.Mean([.. drawn.Select(i => Sample[i])]);
}
