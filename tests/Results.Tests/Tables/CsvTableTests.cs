using CsCheck;
using Research.Numerics;
using Research.Results.Tables;
using Research.Tests;

namespace Research.Results.Tests.Tables;

public class CsvTableTests
{
    // Letters, and all that a comma-separated file must quote.
    private static readonly Gen<string> Cell = Gen.OneOf(
        Gen.String[Gen.OneOf(Gen.Char["aZ0 .-\t;"], Gen.Char[",\"'\n\r"], Gen.Char['\u00A0', '\u2FFF']), 0, 6],
        Gen.String[Gen.Char["=+-@'\\u001b5c\u001b\n\u202e\uff1d"], 0, 9],
        Gen.Const("")
    );

    private static readonly Gen<string[][]> Tables = Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4])
        .SelectMany((columns, rows) => Cell.Array[columns].Array[rows]);

    [Fact]
    public void What_a_table_writes_is_read_back_cell_by_cell() =>
        Tables.HoldsFor(
            500,
            cells =>
            {
                var table = new ResultTable("t", [.. cells[0].Select(Column.Text)]);
                foreach (string[] row in cells[1..])
                {
                    table.Add(row);
                }

                CsvTable back = CsvTable.Parse(table.ToCsv());
                Assert.Equal(cells[0], back.Header);
                Assert.Equal(cells[1..], back.Rows);
            }
        );

    [Fact]
    public void A_number_is_read_back_within_its_decimals() =>
        Gen.Select(Gen.Double[-1e4, 1e4], Gen.Int[0, 8])
            .HoldsFor(
                500,
                number =>
                {
                    var table = new ResultTable("t", Column.Number("x", number.Item2));
                    table.Add(number.Item1);
                    double back = double.Parse(
                        CsvTable.Parse(table.ToCsv()).Rows[0][0],
                        System.Globalization.CultureInfo.InvariantCulture
                    );
                    double step = Enumerable.Repeat(0.1, number.Item2).Aggregate(1.0, (a, b) => a * b);
                    Assert.InRange(back - number.Item1, -0.5001 * step, 0.5001 * step);
                }
            );

    [Theory]
    [InlineData("=HYPERLINK(\"http://x.example\")", "\"'=HYPERLINK(\"\"http://x.example\"\")\"")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("-2+3|cmd", "'-2+3|cmd")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\uff1d1", "'\uff1d1")]
    [InlineData("\t=1", "\\u0009=1")]
    [InlineData("\r=1", "\\u000d=1")]
    [InlineData("'=1", "''=1")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("+1e-3", "+1e-3")]
    [InlineData("'tis", "'tis")]
    [InlineData("a=1", "a=1")]
    [InlineData("two\nlines", "two\\u000alines")]
    [InlineData("\\u001b", "\\u005cu001b")]
    [InlineData("C:\\users", "C:\\users")]
    public void A_cell_is_nothing_that_a_spreadsheet_computes_or_a_terminal_obeys(string text, string written)
    {
        var table = new ResultTable("t", Column.Text("x"));
        table.Add(text);
        Assert.Equal($"x\n{written}\n", table.ToCsv());
        Assert.Equal(text, CsvTable.Parse(table.ToCsv()).Rows[0][0]);
    }

    [Fact]
    public void A_table_is_one_line_a_row() =>
        Tables.HoldsFor(
            300,
            cells =>
            {
                var table = new ResultTable("t", [.. cells[0].Select(Column.Text)]);
                foreach (string[] row in cells[1..])
                {
                    table.Add(row);
                }

                Assert.Equal(cells.Length, table.ToCsv().Count(c => c == '\n'));
            }
        );

    [Fact]
    public void A_row_that_is_shorter_or_longer_than_the_heading_is_refused()
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, "a,b\n1,2\n3\n");
        string message = Assert.Throws<ResearchException>(() => CsvTable.Load(file)).Message;
        File.Delete(file);
        Assert.StartsWith(file, message, StringComparison.Ordinal);
        Assert.Contains("Row 2 has 1 cells where the heading has 2", message, StringComparison.Ordinal);
        Assert.Throws<ResearchException>(() => CsvTable.Parse("a,b\n1,2,3\n"));
    }
}
