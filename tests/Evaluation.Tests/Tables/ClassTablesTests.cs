using Research.Evaluation.Tables;
using Research.Results.Tables;

namespace Research.Evaluation.Tests.Tables;

public class ClassTablesTests
{
    [Fact]
    public void Every_run_is_listed_and_one_seed_is_shown_in_detail()
    {
        ClassRun[] runs = [Samples.Run("m", "ab", "aa", seed: 1), Samples.Run("m", "ab", "ab", seed: 2)];
        ResultTable[] tables = [.. ClassTables.Of(runs, shown: 2, withRecall: true)];
        Assert.Equal(["runs", "confusion", "classes"], tables.Select(table => table.Name));
        Assert.Equal(["1", "2"], tables[0].Rows.Select(row => row[2]));
        Assert.Contains("uar", tables[0].Columns.Select(column => column.Name));
        Assert.Equal(
            [
                ["m", "test", "a", "1", "0"],
                ["m", "test", "b", "0", "1"],
            ],
            tables[1].Rows
        );
        Assert.Equal(["1.000000", "1.000000"], tables[2].Rows.Select(row => row[3]));
    }
}
