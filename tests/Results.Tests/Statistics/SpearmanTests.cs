using Research.Results.Statistics;

namespace Research.Results.Tests.Statistics;

public class SpearmanTests
{
    // ρ = 1 − 6·Σd²/(n(n² − 1)) without ties: Σd² = 2 of three pairs, 2 of four.
    [Fact]
    public void Three_pairs_are_enough()
    {
        var three = Spearman.Of([1, 2, 3], [10, 30, 20]);
        Assert.Equal(0.5, three.Rho, 1e-15);
        Assert.Equal(2.0 / 3, three.PValue, 1e-12); // Student's t with one degree is Cauchy's: t = 1/√3, 1 − 2·atan(t)/π
        Assert.Equal(0.8, Spearman.Of([1, 2, 3, 4], [10, 30, 20, 40]).Rho, 1e-15);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Of_an_order_that_is_the_same_or_turned_round_chance_is_no_explanation(int sign)
    {
        var order = Spearman.Of([1, 2, 3, 4, 5], [sign * 1, sign * 4, sign * 9, sign * 16, sign * 25]);
        Assert.Equal(sign, order.Rho, 1e-15);
        Assert.Equal(0, order.PValue, 1e-7);
    }

    [Fact]
    public void Ties_share_their_mean_rank() // ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: 4.5/√(4.5·5)
        => Assert.Equal(4.5 / Math.Sqrt(4.5 * 5), Spearman.Of([7, 8, 8, 9], [1, 2, 3, 4]).Rho, 1e-15);

    [Fact]
    public void Too_few_pairs_lists_of_two_lengths_and_constants_are_refused_in_words()
    {
        Assert.Equal("Rank correlation needs three pairs or more; there are 2 and 2 values.", Refused([1, 2], [1, 2]));
        Assert.Equal("Rank correlation needs three pairs or more; there are 3 and 4 values.", Refused([1, 2, 3], [1, 2, 3, 4]));
        Assert.Equal("Rank correlation of a constant is undefined.", Refused([1, 1, 1], [1, 2, 3]));
        Assert.Equal("Rank correlation of a constant is undefined.", Refused([1, 2, 3], [5, 5, 5]));
    }

    [Fact]
    public void Samples_of_ranked_pairs_are_those_of_the_pairs_written_out()
    {
        double[] x = [3, 1, 2, 2];
        double[] y = [1, 5, 3, 4];
        var pairs = RankedPairs.Of(x, y);
        Assert.Equal(Spearman.Of(x, y).Rho, pairs.Correlation([1, 1, 1, 1]), 1e-15);
        Assert.Equal(Spearman.Of([3, 3, 1, 2], [1, 1, 5, 3]).Rho, pairs.Correlation([2, 1, 1, 0]), 1e-15);
        Assert.Equal(0, pairs.Correlation([0, 0, 1, 1])); // x is constant
        Assert.Equal(0, RankedPairs.Of(y, x).Correlation([0, 0, 1, 1]));
    }

    [Fact]
    public void Pairs_with_a_NaN_are_refused_with_their_count()
    {
        double[] numbers = [1, 2];
        double[] odd = [double.NaN, 2];
        const string Said = "Rank correlation needs pairs of numbers; there are 2 and 2 values, 1 of them NaN.";
        Assert.StartsWith(
            Said,
            Assert.Throws<ArgumentException>(() => RankedPairs.Of(numbers, odd)).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            Said,
            Assert.Throws<ArgumentException>(() => RankedPairs.Of(odd, numbers)).Message,
            StringComparison.Ordinal
        );
    }

    private static string Refused(double[] x, double[] y) => Assert.Throws<ArgumentException>(() => Spearman.Of(x, y)).Message;
}
