using Research.Evaluation.Tables;
using Research.Results.Tables;

namespace Research.Evaluation.Tests.Tables;

public class ClassTableTests
{
    // a: 1 of 3 found, 1 of 2 right; b: 1 of 2 found, 1 of 3 right.
    [Fact]
    public void Every_class_has_its_precision_recall_f1_and_support()
    {
        ResultTable table = ClassTable.Of([Samples.Run("m", "aaabb", "abbba", "validation")]);
        Assert.Equal("classes", table.Name);
        Assert.Equal(
            ["variant", "split", "class", "precision", "recall", "f1", "support"],
            table.Columns.Select(column => column.Name)
        );
        Assert.Equal(
            [
                ["m", "validation", "a", "0.500000", "0.333333", "0.400000", "3"],
                ["m", "validation", "b", "0.333333", "0.500000", "0.400000", "2"],
            ],
            table.Rows
        );
    }
}
