using Research.Results.Svg;

namespace Research.Results.Tests.Svg;

public class FittedTextTests
{
    [Fact]
    public void Text_breaks_at_blanks_and_ends_in_an_ellipsis_where_it_does_not_fit()
    {
        Assert.Equal(["mfcc 13,", "states 4"], FittedText.Wrapped("mfcc 13, states 4", 9, 2));
        Assert.Equal(["one two", "three f…"], FittedText.Wrapped("one two three four five", 8, 2));
        Assert.Equal(["short"], FittedText.Wrapped("short", 8, 2));
        Assert.Equal("abc…", FittedText.Short("abcdef", 4));
    }
}
