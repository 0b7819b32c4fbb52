using Research.Data.Tables;
using Research.Numerics;

namespace Research.Data.Tests.Tables;

public class TextTableTests
{
    [Fact]
    public void Cells_may_be_quoted_and_hold_separators_quotes_and_line_ends()
    {
        TextTable table = TextTable.Parse("a,b\r\n\"x, \"\"y\"\"\nz\",2\n\n,3\n", "t.csv", ',');
        Assert.Equal(["a", "b"], table.Heading);
        Assert.Equal(["x, \"y\"\nz", ""], table.Rows.Select(row => row["a"]));
        Assert.Equal([2, 3], table.Rows.Select(row => row.Whole("b")));
        Assert.Equal([2, 5], table.Rows.Select(row => row.Line));
    }

    [Fact]
    public void Tabs_separate_where_they_are_asked_for() =>
        Assert.Equal("x,y", TextTable.Parse("a\tb\nx,y\t1.5", "t.tsv", '\t').Rows[0]["a"]);

    [Theory]
    [InlineData("", "t.csv: is empty")]
    [InlineData("a,b\n1", "t.csv, line 2: has 1 cells where the heading has 2")]
    [InlineData("a,b\n\n1,\"2\n3", "t.csv, line 3: a quote is opened and not closed")]
    public void What_is_no_table_is_refused_with_file_and_line(string text, string words) =>
        Refused(() => TextTable.Parse(text, "t.csv", ','), words);

    [Theory]
    [InlineData("c", "has no column 'c'; it has a, b")]
    [InlineData("a", "t.csv, line 2: '1.5x' stands under 'a', where a finite number is needed")]
    [InlineData("b", "t.csv, line 2: 'NaN' stands under 'b'")]
    public void A_cell_that_is_no_number_is_named_by_file_line_and_column(string column, string words) =>
        Refused(() => TextTable.Parse("a,b\n1.5x,NaN", "t.csv", ',').Rows[0].Number(column), words);

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("12345678901")]
    [InlineData("")]
    public void A_cell_that_is_no_whole_number_is_refused(string cell) =>
        Refused(() => TextTable.Parse($"a,b\n{cell},x", "t.csv", ',').Rows[0].Whole("a"), "a whole number is needed");

    [Fact]
    public void A_missing_file_is_named() => Refused(() => TextTable.Read("gone.csv", ','), "gone.csv");

    private static void Refused(Func<object> read, string words) =>
        Assert.Contains(words, Assert.Throws<ResearchException>(read).Message, StringComparison.Ordinal);
}
