using Research.Evaluation.Tables;
using Research.Results.Tables;

namespace Research.Evaluation.Tests.Tables;

public class RunsTableTests
{
    private static readonly ClassRun[] Runs =
    [
        Samples.Run("m", "aaab", "aaba", "test", 3),
        Samples.Run("n", "ab", "ab", "validation", 1),
    ];

    [Fact]
    public void Every_run_has_a_row_in_the_order_given()
    {
        ResultTable table = RunsTable.Of(Runs);
        Assert.Equal("runs", table.Name);
        Assert.Equal(["variant", "split", "seed", "correct", "items", "accuracy"], table.Columns.Select(column => column.Name));
        Assert.Equal(
            [
                ["m", "test", "3", "2", "4", "0.500000"],
                ["n", "validation", "1", "2", "2", "1.000000"],
            ],
            table.Rows
        );
    }

    // Recalls 2/3 and 0.
    [Fact]
    public void Unweighted_average_recall_stands_last_where_it_is_asked_for()
    {
        ResultTable table = RunsTable.Of(Runs, withRecall: true);
        Assert.Equal("uar", table.Columns[^1].Name);
        Assert.Equal(["0.333333", "1.000000"], table.Rows.Select(row => row[^1]));
    }
}
