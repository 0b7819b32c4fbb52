using CsCheck;
using Research.Tests;

namespace Research.Numerics.Tests;

public class PrintableTests
{
    [Theory]
    [InlineData("fünf, пять, 五 \U0001f3b5 'a\\b'", "fünf, пять, 五 \U0001f3b5 'a\\b'")]
    [InlineData("\u001b[2J\u001b]0;title\u0007", "\\u001b[2J\\u001b]0;title\\u0007")]
    [InlineData("a\r\nbuild: all well", "a\\u000d\\u000abuild: all well")]
    [InlineData("\u009b31m\u007f\0\t\u0085", "\\u009b31m\\u007f\\u0000\\u0009\\u0085")]
    [InlineData("gpj.\u202eexe\u2066\u2069\u200f\u2028\ufeff", "gpj.\\u202eexe\\u2066\\u2069\\u200f\\u2028\\ufeff")]
    public void What_a_terminal_would_obey_is_shown_as_its_code(string text, string shown) =>
        Assert.Equal(shown, Printable.Of(text));

    [Fact]
    public void Half_a_surrogate_pair_is_shown_as_its_code()
    {
        Assert.Equal("a\\ud83c", Printable.Of("a\ud83c"));
        Assert.Equal("\\udfb5a", Printable.Of("\udfb5a"));
        Assert.Equal("\\ud83c\U0001f3b5", Printable.Of("\ud83c\U0001f3b5"));
    }

    [Fact]
    public void Lines_stay_lines_but_none_begins_like_one_of_ours() =>
        Assert.Equal("one\n  two\\u001b\n  three", Printable.Lines("one\r\ntwo\u001b\nthree"));

    [Fact]
    public void Any_text_becomes_one_printable_line_and_stays_so() =>
        Gen.String.HoldsFor(
            2000,
            text =>
            {
                string shown = Printable.Of(text);
                Assert.DoesNotContain(shown, char.IsControl);
                Assert.Equal(shown, Printable.Of(shown));
                Assert.Equal(shown, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(shown)));
            }
        );

    [Fact]
    public void A_message_of_ours_is_printable_whatever_it_quotes() =>
        Assert.Equal("'\\u001b[31m\\u000a' is no model", new ResearchException("'\u001b[31m\n' is no model").Message);
}
