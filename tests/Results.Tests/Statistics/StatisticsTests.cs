using System.Text.Json;
using Research.Results.Statistics;
using Research.Tests;

namespace Research.Results.Tests.Statistics;

// Oracle: scipy and mpmath, tests/Golden/make_statistics.py.
public class StatisticsTests
{
    private static readonly JsonElement Oracle = Golden.Json("statistics.json");

    [Fact]
    public void Wilson_intervals_match_the_oracle()
    {
        foreach (JsonElement item in Oracle.GetProperty("wilson").EnumerateArray())
        {
            Interval interval = Interval.Wilson(
                item.GetProperty("k").GetInt32(),
                item.GetProperty("n").GetInt32(),
                item.Number("level")
            );
            Assert.Equal(item.Number("low"), interval.Low, 1e-9);
            Assert.Equal(item.Number("high"), interval.High, 1e-9);
        }
    }

    [Fact]
    public void Intervals_of_means_match_the_oracle()
    {
        foreach (JsonElement item in Oracle.GetProperty("mean_intervals").EnumerateArray())
        {
            Interval interval = Interval.OfMean(item.GetProperty("sample").Numbers(), item.Number("level"));
            Assert.Equal(item.Number("low"), interval.Low, 1e-9);
            Assert.Equal(item.Number("high"), interval.High, 1e-9);
        }
    }

    [Fact]
    public void The_middle_of_a_sample_by_hand()
    {
        Interval middle = Interval.OfMiddle([.. Enumerable.Range(0, 101).Select(i => (double)i)], 0.95);
        Assert.Equal(2.5, middle.Low, 1e-9);
        Assert.Equal(97.5, middle.High, 1e-9);
    }

    [Fact]
    public void McNemar_matches_the_oracle()
    {
        foreach (JsonElement item in Oracle.GetProperty("mcnemar").EnumerateArray())
        {
            double p = McNemar.Exact(item.GetProperty("b").GetInt32(), item.GetProperty("c").GetInt32());
            Assert.Equal(item.Number("p"), p, 1e-12);
        }
    }

    [Fact]
    public void McNemar_counts_the_items_that_only_one_has_right()
    {
        McNemar test = McNemar.Of([0, 0, 0, 1], [0, 0, 1, 1], [1, 0, 0, 0]);
        Assert.Equal((2, 1), (test.OnlyFirst, test.OnlySecond));
    }

    [Fact]
    public void Spearman_matches_the_oracle_ties_included()
    {
        foreach (JsonElement item in Oracle.GetProperty("spearman").EnumerateArray())
        {
            Spearman result = Spearman.Of(item.GetProperty("x").Numbers(), item.GetProperty("y").Numbers());
            Assert.Equal(item.Number("rho"), result.Rho, 1e-12);
            Assert.Equal(item.Number("p"), result.PValue, 1e-9);
        }
    }

    [Fact]
    public void What_has_no_answer_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Interval.Wilson(0, 0, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interval.Wilson(3, 2, 0.95));
        Assert.Throws<ArgumentException>(() => Interval.OfMean([1], 0.95));
        Assert.Throws<ArgumentException>(() => Interval.OfMiddle([], 0.95));
        Assert.Throws<ArgumentException>(() => Spearman.Of([1, 2], [1, 2]));
        Assert.Throws<ArgumentException>(() => Spearman.Of([1, 1, 1], [1, 2, 3]));
    }
}
