using Research.Evaluation.Tables;
using Research.Results.Tables;

namespace Research.Evaluation.Tests.Tables;

public class ConfusionTableTests
{
    [Fact]
    public void True_classes_stand_down_and_predicted_classes_across()
    {
        ResultTable table = ConfusionTable.Of([Samples.Run("m", "aaabb", "abbba")]);
        Assert.Equal("confusion", table.Name);
        Assert.Equal(["variant", "split", "true", "a", "b"], table.Columns.Select(column => column.Name));
        Assert.Equal(
            [
                ["m", "test", "a", "1", "2"],
                ["m", "test", "b", "1", "1"],
            ],
            table.Rows
        );
    }

    [Fact]
    public void A_run_has_zeros_for_classes_that_only_another_has()
    {
        ResultTable table = ConfusionTable.Of(
            [Samples.Run("one", "ac", "cc", classes: "ca"), Samples.Run("two", "b", "b", classes: "b")],
            "confusion-of-two"
        );
        Assert.Equal("confusion-of-two", table.Name);
        Assert.Equal(["a", "b", "c"], table.Columns.Skip(3).Select(column => column.Name));
        Assert.Equal(
            [
                ["one", "test", "c", "0", "0", "1"],
                ["one", "test", "a", "0", "0", "1"],
                ["two", "test", "b", "0", "1", "0"],
            ],
            table.Rows
        );
    }
}
