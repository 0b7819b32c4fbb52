using Research.Results.Svg;

namespace Research.Results.Tests.Svg;

public class SvgTextTests
{
    [Theory]
    [InlineData(1.23456, "1.23")]
    [InlineData(-0.001, "0")]
    [InlineData(100, "100")]
    [InlineData(-2.5, "-2.5")]
    public void Numbers_have_two_decimals_at_most_and_no_minus_zero(double value, string text) =>
        Assert.Equal(text, SvgText.Number(value));

    [Fact]
    public void Text_is_escaped()
    {
        var svg = new SvgText();
        svg.Text(0, 0, "a < b & \"c\"", "tick");
        Assert.Contains("a &lt; b &amp; &quot;c&quot;", svg.ToString(), StringComparison.Ordinal);
        Assert.Equal("\\u0000\\u001b&lt;", SvgText.Encode("\0\u001b<"));
    }
}
