using Research.Corpora.Speech;

namespace Research.Corpora.Tests.Speech;

public class DecimationTests
{
    [Theory]
    [InlineData(500, 1, 0.01)] // passes
    [InlineData(3000, 1, 0.02)]
    [InlineData(5200, 0, 0.01)] // would fold to 2,800 Hz
    [InlineData(9000, 0, 0.01)]
    public void Tones_below_the_new_half_rate_pass_and_those_above_do_not(double hertz, double gain, double tolerance)
    {
        double[] tone = [.. Enumerable.Range(0, 32_000).Select(n => Math.Sin(2 * Math.PI * hertz * n / 32_000))];
        double[] low = Decimation.By(4, tone);
        Assert.Equal(8000, low.Length);
        double peak = low[200..^200].Max(Math.Abs);
        Assert.InRange(peak, gain - tolerance, gain + tolerance);
    }
}
