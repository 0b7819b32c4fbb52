using CsCheck;
using Research.Results.Tables;
using Research.Tests;

namespace Research.Results.Tests.Tables;

public class CsvTableTests
{
    // Letters, and all that a comma-separated file must quote.
    private static readonly Gen<string> Cell = Gen.OneOf(
        Gen.String[Gen.OneOf(Gen.Char["aZ0 .-\t;"], Gen.Char[",\"'\n\r"], Gen.Char['\u00A0', '\u2FFF']), 0, 6],
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

    [Fact]
    public void Any_text_is_a_table_of_some_kind() =>
        Gen.String[Gen.Char["ab1,\"\n\r '"], 0, 40].HoldsFor(1000, text => Assert.NotNull(CsvTable.Parse(text).Header));
}
