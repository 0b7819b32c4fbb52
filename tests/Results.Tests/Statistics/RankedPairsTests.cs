using Research.Numerics;
using Research.Results.Statistics;

namespace Research.Results.Tests.Statistics;

public class RankedPairsTests
{
    [Fact]
    public void A_sample_has_the_rank_correlation_of_its_pairs_written_out()
    {
        var rng = Rng.For(1, "tests/ranked pairs");
        for (int round = 0; round < 50; round++)
        {
            int n = 5 + rng.NextInt(60);
            double[] x = [.. Enumerable.Range(0, n).Select(_ => (double)rng.NextInt(n))]; // with ties
            double[] y = [.. x.Select(value => value + (n * rng.NextNormal()))];
            int[] drawn = [.. Enumerable.Range(0, n).Select(_ => rng.NextInt(n))];
            int[] copies = [.. Enumerable.Range(0, n).Select(i => drawn.Count(d => d == i))];
            double expected = Spearman.Of([.. drawn.Select(i => x[i])], [.. drawn.Select(i => y[i])]).Rho;
            Assert.Equal(expected, RankedPairs.Of(x, y).Correlation(copies));
        }
    }

    // Ranks 1, 2, 3 and 1, 3, 2: 1 − 6·2/(3·8).
    [Fact]
    public void By_hand() => Assert.Equal(0.5, RankedPairs.Of([1, 2, 3], [10, 30, 20]).Correlation([1, 1, 1]));

    [Theory]
    [InlineData(0, 3, 0)]
    [InlineData(0, 0, 0)]
    public void A_sample_of_one_value_ranks_nothing(params int[] copies) =>
        Assert.Equal(0, RankedPairs.Of([1, 2, 3], [10, 30, 20]).Correlation(copies));

    [Fact]
    public void What_is_no_pair_of_numbers_is_refused()
    {
        Assert.Throws<ArgumentException>(() => RankedPairs.Of([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => RankedPairs.Of([1, double.NaN], [1, 2]));
    }
}
