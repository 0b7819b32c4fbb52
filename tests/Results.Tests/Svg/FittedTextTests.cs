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

    [Fact]
    public void Of_two_lines_that_do_not_hold_all_the_end_is_kept()
    {
        Assert.Equal(["short"], FittedText.TwoLines("short", 8));
        Assert.Equal(["one two", "three"], FittedText.TwoLines("one two three", 8));
        Assert.Equal(["accuracy on", "… mix, full"], FittedText.TwoLines("accuracy on validation: states against mix, full", 12));
        Assert.Equal(["accuracy on", "… mix, diag"], FittedText.TwoLines("accuracy on validation: states against mix, diag", 12));
    }
}
