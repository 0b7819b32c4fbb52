using Research.Numerics;

namespace Research.Numerics.Tests;

public class RngTests
{
    // Known answers of the paper's reference implementation (Random123, kat_vectors, philox4x32 10).
    [Theory]
    [InlineData(0, 0, 0, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x85a308d3243f6a88, 0x0370734413198a2e, 0x299f31d0a4093822, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Philox_gives_the_known_answers(ulong low, ulong high, ulong key, uint a, uint b, uint c, uint d) =>
        Assert.Equal((a, b, c, d), Philox.Block(low, high, key));

    [Fact]
    public void The_same_seed_and_name_give_the_same_numbers()
    {
        Rng first = Rng.For(7, "weights");
        Rng second = Rng.For(7, "weights");
        Assert.Equal(
            Enumerable.Range(0, 50).Select(_ => first.NextUInt64()),
            Enumerable.Range(0, 50).Select(_ => second.NextUInt64())
        );
    }

    [Theory]
    [InlineData(7, "bias")]
    [InlineData(8, "weights")]
    public void Another_seed_or_name_gives_other_numbers(ulong seed, string name) =>
        Assert.NotEqual(Rng.For(7, "weights").NextUInt64(), Rng.For(seed, name).NextUInt64());

    [Fact]
    public void A_stream_continues_from_a_saved_position()
    {
        for (int count = 0; count < 7; count++)
        {
            Rng rng = Rng.For(3, "resume");
            for (int i = 0; i < count; i++)
            {
                rng.NextUInt64();
            }

            Rng resumed = Rng.At(3, "resume", rng.Position);
            Assert.Equal(rng.NextUInt64(), resumed.NextUInt64());
            Assert.Equal(rng.NextUInt64(), resumed.NextUInt64());
        }
    }

    [Fact]
    public void Uniform_numbers_have_mean_one_half_and_variance_one_twelfth()
    {
        double[] x = Draw(100_000, rng => rng.NextDouble());
        Assert.InRange(OrderedSum.Mean(x), 0.496, 0.504);
        Assert.InRange(OrderedSum.Variance(x, 1), 0.082, 0.0847);
        Assert.All(x, value => Assert.InRange(value, 0, 1 - 1e-16));
    }

    [Fact]
    public void Normal_numbers_have_the_moments_of_the_normal_distribution()
    {
        double[] x = Draw(100_000, rng => rng.NextNormal());
        Assert.InRange(OrderedSum.Mean(x), -0.013, 0.013);
        Assert.InRange(OrderedSum.Variance(x, 1), 0.98, 1.02);
        Assert.InRange(OrderedSum.Mean([.. x.Select(v => v * v * v * v)]), 2.85, 3.15);
    }

    [Fact]
    public void Integers_fill_their_range_evenly()
    {
        var counts = new int[7];
        Rng rng = Rng.For(1, "dice");
        for (int i = 0; i < 70_000; i++)
        {
            counts[rng.NextInt(7)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400));
    }

    [Fact]
    public void A_permutation_holds_every_index_once_and_every_order_is_as_likely()
    {
        Rng rng = Rng.For(1, "orders");
        var counts = new Dictionary<string, int>();
        for (int i = 0; i < 24_000; i++)
        {
            int[] order = rng.Permutation(4);
            Assert.Equal([0, 1, 2, 3], order.Order());
            string key = string.Concat(order);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        Assert.Equal(24, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 840, 1160));
    }

    [Fact]
    public void A_bound_below_one_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Rng.For(1, "x").NextInt(0));

    private static double[] Draw(int count, Func<Rng, double> next)
    {
        Rng rng = Rng.For(11, "moments");
        return [.. Enumerable.Range(0, count).Select(_ => next(rng))];
    }
}
