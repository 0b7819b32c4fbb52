using Research.Models.Networks.Convolutional;
using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Convolutional;

public class ConvolutionalNetTests
{
    private static readonly ConvolutionSettings Four = new()
    {
        Channels = [4, 8, 8, 16],
        Kernel = 3,
        Pools = [new(2, 2), new(2, 2), new(2, 2), new(2, 1)],
        Summary = MapSummary.All,
        Dropout = 0.5,
    };

    [Theory]
    [InlineData(MapSummary.All, 16 * 2 * 4)]
    [InlineData(MapSummary.Mean, 16)]
    [InlineData(MapSummary.MeanAndMaximum, 32)]
    public void The_linear_layer_sees_the_summary_of_the_last_block(MapSummary summary, int values)
    {
        using var network = new ConvolutionalNet(37, 32, 10, Four with { Summary = summary });
        network.eval();
        Assert.Equal([3, values], network.Summary(Noise(3)).shape);
        Assert.Equal([3, 10], network.call(Noise(3)).shape);
    }

    [Fact]
    public void Summaries_are_the_mean_and_the_largest_of_each_map()
    {
        using var network = new ConvolutionalNet(37, 32, 10, Four with { Summary = MapSummary.MeanAndMaximum });
        network.eval();
        Tensor maps = network.Activations(Noise(2))[^1];
        float[] summary = network.Summary(Noise(2)).data<float>().ToArray();
        Assert.Equal(maps.mean([2, 3]).data<float>().ToArray()[..16], summary[..16]);
        Assert.Equal(maps.amax([2, 3]).data<float>().ToArray()[..16], summary[16..32]);
    }

    [Fact]
    public void Each_block_pools_and_has_no_value_below_zero()
    {
        using var network = new ConvolutionalNet(37, 32, 10, Four);
        network.eval();
        IReadOnlyList<Tensor> maps = network.Activations(Noise(1));
        Assert.Equal(
            [
                [1, 4, 18, 16],
                [1, 8, 9, 8],
                [1, 8, 4, 4],
                [1, 16, 2, 4],
            ],
            maps.Select(map => map.shape)
        );
        Assert.All(maps, map => Assert.True(map.min().item<float>() >= 0));
        Assert.Equal([8, 4, 3, 3], network.Filters(1).shape);
    }

    [Fact]
    public void Blocks_are_taken_from_another_network_and_the_linear_layer_stays()
    {
        manual_seed(1);
        using var one = new ConvolutionalNet(37, 32, 10, Four);
        using var other = new ConvolutionalNet(37, 32, 2, Four);
        one.train();
        one.call(Noise(4)); // moves the statistics of the normalizations
        one.eval();
        other.eval();
        float[] output = other.get_parameter("output.weight")!.data<float>().ToArray();
        Assert.NotEqual(one.Summary(Noise(2)).data<float>().ToArray(), other.Summary(Noise(2)).data<float>().ToArray());
        other.TakeFeatures(one);
        Assert.Equal(one.Summary(Noise(2)).data<float>().ToArray(), other.Summary(Noise(2)).data<float>().ToArray());
        Assert.Equal(output, other.get_parameter("output.weight")!.data<float>().ToArray());
    }

    [Fact]
    public void Blocks_of_other_settings_are_refused()
    {
        using var one = new ConvolutionalNet(37, 32, 10, Four);
        using var other = new ConvolutionalNet(37, 32, 10, Four with { Channels = [4, 8, 8, 12] });
        Assert.Throws<ArgumentException>(() => one.TakeFeatures(other));
    }

    [Fact]
    public void A_picture_that_is_pooled_away_is_refused()
    {
        var error = Assert.Throws<SettingsException>(() => new ConvolutionalNet(15, 32, 10, Four));
        Assert.Contains("15 frames and 32 bands is pooled away by 4 blocks", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_contradict_each_other_are_refused()
    {
        Assert.Throws<SettingsException>(() => new ConvolutionalNet(37, 32, 10, Four with { Channels = [4] }));
        Assert.Throws<SettingsException>(() => new ConvolutionalNet(37, 32, 10, Four with { Kernel = 2 }));
        Assert.Throws<SettingsException>(() => new ConvolutionalNet(37, 32, 10, Four with { Channels = [], Pools = [] }));
    }

    private static Tensor Noise(int count)
    {
        var rng = Rng.For(1, "tests/noise");
        return tensor([.. Enumerable.Range(0, count * 37 * 32).Select(_ => (float)rng.NextDouble() - 0.5f)], [count, 1, 37, 32]);
    }
}
