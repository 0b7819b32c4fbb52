using Research.Torch.Tests.Oracle;

namespace Research.Torch.Tests.Determinism;

public class RandomTests
{
    [Fact]
    public void A_seed_gives_the_same_numbers_again_and_another_seed_others()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(5);
        float[] first = Values(randn([20]));
        manual_seed(5);
        Assert.Equal(first, Values(randn([20])));
        manual_seed(6);
        Assert.NotEqual(first, Values(randn([20])));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void A_saved_state_continues_where_it_was(int drawn)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(5);
        rand([Math.Max(drawn, 1)]);
        randn([3]);
        Tensor state = random.get_rng_state();
        float[] next = Mixed();
        manual_seed(9);
        random.set_rng_state(state);
        Assert.Equal(next, Mixed());
        Assert.Equal(5, initial_seed());

        static float[] Mixed() =>
            [.. Values(randn([5])), .. Values(rand([5])), .. Values(randperm(9).to_type(ScalarType.Float32))];
    }

    [Fact]
    public void A_state_of_another_form_is_refused() =>
        Assert.Throws<ArgumentException>(() => random.set_rng_state(tensor([1f, 2])));

    [Fact]
    public void A_generator_of_its_own_leaves_the_default_alone()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(5);
        float[] expected = Values(rand([3]));
        manual_seed(5);
        using var own = new Generator(1);
        rand([10], generator: own);
        Assert.Equal(expected, Values(rand([3])));
    }

    [Fact]
    public void Each_thread_has_its_own_default_generator()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(5);
        float[] expected = Values(rand([3]));
        manual_seed(5);
        var thread = new Thread(() => rand([10]).Dispose());
        thread.Start();
        thread.Join();
        Assert.Equal(expected, Values(rand([3])));
    }

    [Fact]
    public void Draws_have_their_ranges_means_and_deviations()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(1);
        Tensor uniform = rand([20_000]);
        Assert.True(uniform.min().item<float>() >= 0 && uniform.max().item<float>() < 1);
        Assert.Equal(0.5, uniform.mean().item<float>(), 0.01);
        Tensor normal = empty(20_000).normal_(2, 3);
        Assert.Equal(2, normal.mean().item<float>(), 0.1);
        Assert.Equal(3, normal.std().item<float>(), 0.1);
        Tensor whole = randint(3, 8, [20_000]);
        Assert.Equal([3, 4, 5, 6, 7], Compare.Numbers(whole).Distinct().Order());
        Assert.Equal(0.3, full([20_000], 0.3f).bernoulli().mean().item<float>(), 0.02);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (double)i), Compare.Numbers(randperm(50)).Order());
    }

    [Fact]
    public void Dropout_keeps_the_mean_and_zeroes_its_share()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(1);
        float[] dropped = Values(nn.functional.dropout(ones(20_000), 0.3));
        Assert.Equal([0f, 1 / 0.7f], dropped.Distinct().Order());
        Assert.Equal(0.3, dropped.Count(value => value == 0) / 20_000.0, 0.02);
        Assert.All(Values(nn.functional.dropout(ones(10), 1)), value => Assert.Equal(0, value));
        Assert.All(Values(nn.functional.dropout(ones(10), 0.5, training: false)), value => Assert.Equal(1, value));
    }

    private static float[] Values(Tensor tensor) => tensor.data<float>().ToArray();
}
