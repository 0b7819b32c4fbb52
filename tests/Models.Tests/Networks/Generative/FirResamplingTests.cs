using Research.Models.Networks.Generative;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Generative;

public class FirResamplingTests
{
    private static readonly System.Text.Json.JsonElement Oracle = StyleGanOracle.Blocks.GetProperty("fir");

    [Fact]
    public void Doubling_is_the_oracle_s()
    {
        using var scope = NewDisposeScope();
        Tensor doubled = FirResampling.Double(Hashed.Tensor(101, 2, 3, 4, 4));
        Assert.Equal([2L, 3, 8, 8], doubled.shape);
        StyleGanOracle.AssertClose(Oracle.GetProperty("up"), doubled[0, 0]);
    }

    [Fact]
    public void Halving_is_the_oracle_s()
    {
        using var scope = NewDisposeScope();
        Tensor halved = FirResampling.Half(Hashed.Tensor(101, 2, 3, 4, 4));
        Assert.Equal([2L, 3, 2, 2], halved.shape);
        StyleGanOracle.AssertClose(Oracle.GetProperty("down"), halved[0, 0]);
    }

    [Fact]
    public void A_flat_picture_stays_flat_inside()
    {
        using var scope = NewDisposeScope();
        Tensor flat = ones([1, 1, 8, 8]);
        Assert.All(FirResampling.Double(flat)[0, 0].narrow(0, 2, 12).narrow(1, 2, 12).Values(), value => Assert.Equal(1, value));
        Assert.All(FirResampling.Half(flat)[0, 0].narrow(0, 1, 2).narrow(1, 1, 2).Values(), value => Assert.Equal(1, value));
        Assert.All(FirResampling.Smooth(flat, 0, 1).Values(), value => Assert.Equal(1, value));
    }
}
