using Research.Results.Tables;

namespace Research.Results.Tests.Tables;

public class ResultTableTests
{
    [Fact]
    public void Numbers_are_invariant_and_of_fixed_decimals_and_text_is_quoted_where_it_must_be()
    {
        var table = new ResultTable("t", Column.Text("name"), Column.Count("n"), Column.Number("share", 3));
        table.Add("a, \"b\"", 1234567, 0.12345);
        table.Add("", null, -0.0001);
        Assert.Equal("name,n,share\n\"a, \"\"b\"\"\",1234567,0.123\n,,0.000\n", table.ToCsv());
    }

    [Fact]
    public void A_table_read_back_has_the_same_cells()
    {
        var table = new ResultTable("t", Column.Text("name"), Column.Count("n"));
        table.Add("with, comma", 1);
        table.Add("line\nbreak", 2);
        CsvTable read = CsvTable.Parse(table.ToCsv());
        Assert.Equal(["name", "n"], read.Header);
        Assert.Equal("line\nbreak", read.Cell(read.Rows[1], "name"));
        Assert.Throws<ArgumentException>(() => read.Cell(read.Rows[0], "other"));
    }

    [Fact]
    public void Cells_that_do_not_suit_their_column_are_refused()
    {
        var table = new ResultTable("t", Column.Count("n"));
        Assert.Throws<ArgumentException>(() => table.Add("text"));
        Assert.Throws<ArgumentException>(() => table.Add(1, 2));
        Assert.Throws<ArgumentException>(() => table.Add(0.5));
    }
}
