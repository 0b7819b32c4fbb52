using System.Globalization;
using Research.Evaluation.Tables;
using Research.Numerics;
using Research.Results.Tables;

namespace Research.Evaluation.Tests.Tables;

public class ValuesTableTests
{
    private static readonly Rng Draws = Rng.For(1, "tests/values table");
    private static readonly double[] Truth = [.. Enumerable.Range(0, 60).Select(_ => Draws.NextNormal())];
    private static readonly double[] Near = [.. Truth.Select(value => value + (0.7 * Draws.NextNormal()))];

    [Fact]
    public void Every_run_has_a_row_a_target_and_one_of_their_mean()
    {
        ResultTable table = ValuesTable.Of(
            [Samples.Values("m", Truth, Near), Samples.Values("m", Truth, Near, seed: 2)],
            FourOfAGroup
        );
        Assert.Equal(
            [
                ["m", "test", "1", "valence", "60", "15"],
                ["m", "test", "1", "mean", "60", "15"],
                ["m", "test", "2", "valence", "60", "15"],
                ["m", "test", "2", "mean", "60", "15"],
            ],
            table.Rows.Select(row => row.Take(6))
        );
    }

    [Fact]
    public void Both_intervals_hold_the_correlation()
    {
        double[] numbers = Numbers(ValuesTable.Of([Samples.Values("m", Truth, Near)], FourOfAGroup).Rows[0], 6);
        Assert.InRange(numbers[0], numbers[1], numbers[2]);
        Assert.InRange(numbers[0], numbers[3], numbers[4]);
        Assert.Equal(numbers[5], 1 - (numbers[6] / OrderedSum.Variance(Truth, 0)), 1e-5); // R² from the mean squared error
    }

    [Fact]
    public void Groups_of_one_item_have_the_interval_of_items()
    {
        double[] numbers = Numbers(ValuesTable.Of([Samples.Values("m", Truth, Near)], item => item).Rows[0], 6);
        Assert.Equal(numbers[1..3], numbers[3..5]);
    }

    [Fact]
    public void One_group_has_no_interval_over_groups()
    {
        IReadOnlyList<string> row = ValuesTable.Of([Samples.Values("m", Truth, Near)], _ => "all").Rows[0];
        Assert.Equal(["1", "", ""], [row[5], row[9], row[10]]);
    }

    [Fact]
    public void A_run_without_items_is_refused() =>
        Assert.Throws<ResearchException>(() => ValuesTable.Of([Samples.Values("m", [], [])], FourOfAGroup));

    private static string FourOfAGroup(string item) => $"g{int.Parse(item[1..], CultureInfo.InvariantCulture) / 4}";

    private static double[] Numbers(IReadOnlyList<string> row, int first) =>
        [.. row.Skip(first).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
}
