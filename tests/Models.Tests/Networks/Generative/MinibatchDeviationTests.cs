using Research.Models.Networks.Generative;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Generative;

public class MinibatchDeviationTests
{
    private static readonly System.Text.Json.JsonElement Oracle = StyleGanOracle.Blocks.GetProperty("minibatch_std");

    [Fact]
    public void Groups_are_strided_as_the_oracle_s()
    {
        using var scope = NewDisposeScope();
        Tensor x = Hashed.Tensor(121, 8, 4, 2, 2);
        Tensor y = MinibatchDeviation.Appended(x, 4);
        Assert.Equal([8L, 5, 2, 2], y.shape);
        Assert.True(y.narrow(1, 0, 4).allclose(x));
        StyleGanOracle.AssertClose(Oracle.GetProperty("group4_1feature_value_per_sample"), y.select(1, 4)[.., 1, 0]);
    }

    [Fact]
    public void A_small_batch_is_one_group()
    {
        using var scope = NewDisposeScope();
        Tensor y = MinibatchDeviation.Appended(Hashed.Tensor(121, 8, 4, 2, 2).narrow(0, 0, 2), 4);
        StyleGanOracle.AssertClose(Oracle.GetProperty("batch2"), y.select(1, 4)[.., 0, 0]);
    }

    [Fact]
    public void A_batch_that_does_not_fall_into_groups_is_refused()
    {
        using var scope = NewDisposeScope();
        string message = Assert.Throws<ArgumentException>(() => MinibatchDeviation.Appended(zeros([6, 1, 2, 2]), 4)).Message;
        Assert.Contains("6 pictures does not fall into groups of 4", message, StringComparison.Ordinal);
    }
}
