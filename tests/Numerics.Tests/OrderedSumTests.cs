namespace Research.Numerics.Tests;

public class OrderedSumTests
{
    [Fact]
    public void Sum_mean_and_variance_by_hand()
    {
        double[] x = [1, 2, 3, 6];
        Assert.Equal(12, OrderedSum.Of(x));
        Assert.Equal(3, OrderedSum.Mean(x));
        Assert.Equal(3.5, OrderedSum.Variance(x, 0));
        Assert.Equal(50, OrderedSum.Dot(x, x));
        Assert.Equal(0, OrderedSum.Of([]));
    }

    [Fact]
    public void Tenths_add_up_closer_than_one_by_one()
    {
        double[] tenths = [.. Enumerable.Repeat(0.1, 1_000_000)];
        double oneByOne = tenths.Aggregate(0.0, (sum, x) => sum + x);
        Assert.True(Math.Abs(OrderedSum.Of(tenths) - 100_000) < Math.Abs(oneByOne - 100_000) / 100);
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(129)]
    [InlineData(1000)]
    public void Every_value_counts_once(int length)
    {
        double[] x = [.. Enumerable.Range(1, length).Select(i => (double)i)];
        Assert.Equal(length * (length + 1) / 2.0, OrderedSum.Of(x));
    }
}
