using Research.Results.Statistics;

namespace Research.Results.Tests.Statistics;

public class CorrelationTests
{
    [Fact]
    public void Pearson_by_hand()
    {
        Assert.Equal(1, Pearson.Of([1, 2, 3], [10, 20, 30]), 1e-15);
        Assert.Equal(0.5, Pearson.Of([1, 2, 3], [1, 3, 2]), 1e-15);
        Assert.Equal(double.NaN, Pearson.Of([1, 2, 3], [4, 4, 4]));
    }

    [Fact]
    public void Concordance_falls_when_values_shift_though_they_correlate()
    {
        Assert.Equal(1, Concordance.Of([1, 2, 3], [1, 2, 3]), 1e-15);
        Assert.Equal(2 * (2.0 / 3) / ((4.0 / 3) + 1), Concordance.Of([1, 2, 3], [2, 3, 4]), 1e-15);
        Assert.Equal(1, Concordance.Of([0.1, 0.1, 0.1], [0.1, 0.1, 0.1]));
    }

    [Fact]
    public void Fishers_interval_of_a_perfect_correlation_is_a_point_and_of_three_pairs_is_none()
    {
        Assert.Equal(new Interval(-1, -1), FisherZ.OfPearson(-1, 10, 0.95));
        Assert.Null(FisherZ.OfPearson(0.5, 3, 0.95));
        Assert.NotNull(FisherZ.OfPearson(0.5, 4, 0.95));
    }

    [Fact]
    public void Spearmans_interval_is_wider_than_Pearsons()
    {
        Interval pearson = FisherZ.OfPearson(0.6, 30, 0.95)!;
        Interval spearman = FisherZ.OfSpearman(0.6, 30, 0.95)!;
        Assert.True(spearman.Low < pearson.Low && spearman.High > pearson.High);
    }

    [Fact]
    public void Lists_of_two_lengths_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Pearson.Of([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => Concordance.Of([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => Concordance.Of([], []));
    }
}
