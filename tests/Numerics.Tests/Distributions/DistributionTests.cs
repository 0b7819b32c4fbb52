using System.Text.Json;
using Research.Numerics.Distributions;
using Research.Tests;

namespace Research.Numerics.Tests.Distributions;

// tests/Golden/statistics.json: mpmath and scipy, made by tests/Golden/make_statistics.py.
public class DistributionTests
{
    private static readonly JsonElement Oracle = Golden.Json("statistics.json");

    [Fact]
    public void Log_gamma_matches_the_oracle()
    {
        foreach (JsonElement item in Oracle.GetProperty("log_gamma").EnumerateArray())
        {
            double expected = item.Number("value");
            Assert.Equal(expected, LogGamma.Of(item.Number("x")), 1e-13 * Math.Max(1, Math.Abs(expected)));
        }
    }

    [Fact]
    public void Incomplete_beta_matches_the_oracle()
    {
        foreach (JsonElement item in Oracle.GetProperty("incomplete_beta").EnumerateArray())
        {
            Assert.Equal(item.Number("value"), IncompleteBeta.Of(item.Number("a"), item.Number("b"), item.Number("x")), 1e-12);
        }
    }

    [Fact]
    public void Quantiles_of_t_match_the_oracle()
    {
        foreach (JsonElement item in Oracle.GetProperty("t_quantiles").EnumerateArray())
        {
            double t = StudentT.Quantile(item.Number("p"), item.Number("df"));
            Assert.Equal(1, t / item.Number("value"), 1e-10);
            Assert.Equal(item.Number("p"), StudentT.Cdf(t, item.Number("df")), 1e-12);
            Assert.Equal(-t, StudentT.Quantile(1 - item.Number("p"), item.Number("df")), 1e-9 * t);
        }
    }

    [Fact]
    public void Quantiles_of_the_normal_match_the_oracle()
    {
        foreach (JsonElement item in Oracle.GetProperty("normal_quantiles").EnumerateArray())
        {
            Assert.Equal(item.Number("value"), Normal.Quantile(item.Number("p")), 1e-10);
            Assert.Equal(item.Number("p"), Normal.Cdf(item.Number("value")), 1e-12);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_quantile_outside_zero_to_one_is_refused(double p)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Quantile(p));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(p, 3));
    }
}
