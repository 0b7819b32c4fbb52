using Research.Report.Markup;
using Research.Report.Pages;

namespace Research.Report.Tests.Pages;

public class HtmlTableTests
{
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

    [Fact]
    public void Numbers_of_a_row_are_printed_alike()
    {
        var html = new Html();
        new HtmlTable(
            "Caption",
            ["published", "ours"],
            [
                ["0.000378", "0.000033"],
            ]
        ).Write(html);
        Assert.Contains("<td class=\"n\">0.000378</td><td class=\"n\">0.000033</td>", html.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sound_in_a_cell_is_not_spelled_out()
    {
        var html = new Html();
        string sentence = string.Join(' ', Enumerable.Repeat("words", 60));
        new HtmlTable(
            "Caption",
            ["sound", "says"],
            [
                [new string('A', 5000), sentence],
            ]
        ).Write(html);
        Assert.Contains("<td>AAAAAAAA… (5000 characters)</td>", html.ToString(), StringComparison.Ordinal);
        Assert.Contains(sentence, html.ToString(), StringComparison.Ordinal);
    }
}
