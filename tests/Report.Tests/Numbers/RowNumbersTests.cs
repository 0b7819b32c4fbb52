using Research.Report.Numbers;

namespace Research.Report.Tests.Numbers;

public class RowNumbersTests
{
    [Theory]
    [InlineData("0.000378|0.000033", "0.000378|0.000033")] // not 0.0004 beside 3.3E-5
    [InlineData("0.957400|0.906296|0.021501", "0.9574|0.9063|0.0215")]
    [InlineData("187.800000|184.571999|0.432828", "187.80|184.57|0.43")]
    [InlineData("2383.000000|2458.733259", "2383.0|2458.7")]
    [InlineData("0.500000|0.250000", "0.50|0.25")]
    [InlineData("0.996667|0.0000012", "0.996667|0.000001")]
    [InlineData("0.000000|0.000000", "0|0")]
    [InlineData("8.000000|8.000000", "8|8")]
    [InlineData("-0.000001|0.5", "-0.000001|0.500000")]
    public void Numbers_of_a_row_have_the_same_decimals(string cells, string shown) =>
        Assert.Equal(shown.Split('|'), RowNumbers.Alike(cells.Split('|')));

    [Fact]
    public void Counts_words_and_empty_cells_stay_as_they_are() =>
        Assert.Equal(
            ["mfcc 13, lr 0.00123, x", "12", "", "NaN", "0.1235"],
            RowNumbers.Alike(["mfcc 13, lr 0.00123, x", "12", "", "NaN", "0.123456"])
        );
}
