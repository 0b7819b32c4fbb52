using Research.Report.Pages;

namespace Research.Report.Tests.Pages;

public class HtmlTableTests
{
    [Theory]
    [InlineData("0.123456", "0.1235")]
    [InlineData("0.5", "0.5")]
    [InlineData("0.00000123", "1.2E-6")]
    [InlineData("0.000000", "0.0000")]
    [InlineData("mfcc 13, lr 0.00123, x", "mfcc 13, lr 0.00123, x")]
    [InlineData("12", "12")]
    public void Numbers_are_shown_with_four_decimals_and_text_as_it_is(string cell, string shown) =>
        Assert.Equal(shown, HtmlTable.Short(cell));

    [Fact]
    public void Cells_are_escaped_numbers_stand_right_and_what_is_left_out_is_counted()
    {
        var html = new Html();
        new HtmlTable(
            "Caption",
            ["name", "value"],
            [
                ["<b>", "1.5"],
                ["c", "2"],
                ["d", "3"],
            ]
        )
        {
            Most = 2,
        }.Write(html);
        string text = html.ToString();
        Assert.Contains("<td>&lt;b&gt;</td><td class=\"n\">1.5</td>", text, StringComparison.Ordinal);
        Assert.Contains("1 more rows stand in the table&#39;s CSV file", text, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"search\"", text, StringComparison.Ordinal); // three rows need no filter
    }
}
