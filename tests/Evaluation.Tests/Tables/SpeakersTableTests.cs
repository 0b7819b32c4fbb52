using Research.Evaluation.Tables;
using Research.Results.Charts;
using Research.Results.Tables;

namespace Research.Evaluation.Tests.Tables;

public class SpeakersTableTests
{
    [Fact]
    public void Every_speaker_has_a_row_in_ordinal_order_with_the_items_of_that_speaker_alone()
    {
        var speakers = new Dictionary<string, string>
        {
            ["i0"] = "b",
            ["i1"] = "a",
            ["i2"] = "b",
            ["i3"] = "B",
        };
        ResultTable table = SpeakersTable.New();
        SpeakersTable.AddEach(table, Samples.Run("m", "aabb", "abba", SpeakersTable.LeftOut, 5), item => speakers[item]);
        Assert.Equal("speakers", table.Name);
        Assert.Equal(
            [
                ["m", "5", "B", "0", "1", "0.000000"],
                ["m", "5", "a", "0", "1", "0.000000"],
                ["m", "5", "b", "2", "2", "1.000000"],
            ],
            table.Rows
        );
    }

    [Fact]
    public void The_chart_shows_columns_that_the_table_has()
    {
        BarChart chart = SpeakersTable.Chart("Some are harder.");
        ResultTable table = SpeakersTable.New();
        Assert.Equal((table.Name, "Some are harder."), (chart.Table, chart.Says));
        Assert.Subset(
            table.Columns.Select(column => column.Name).ToHashSet(),
            new HashSet<string>([.. chart.Labels, chart.Value.Name, .. chart.Where.Keys])
        );
    }

    [Fact]
    public void One_speakers_fold_is_one_row()
    {
        ResultTable table = SpeakersTable.New();
        SpeakersTable.Add(table, "m", 2, "s7", Samples.Predicted("aab", "abb"));
        Assert.Equal(
            [
                ["m", "2", "s7", "2", "3", "0.666667"],
            ],
            table.Rows
        );
    }
}
