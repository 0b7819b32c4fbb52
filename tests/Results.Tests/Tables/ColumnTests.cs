using Research.Results.Tables;

namespace Research.Results.Tests.Tables;

public class ColumnTests
{
    [Fact]
    public void Several_columns_of_one_kind_stand_in_the_order_of_their_names()
    {
        Column[] columns = [.. Column.Texts("b", "a"), .. Column.Counts("d", "c"), .. Column.Numbers(3, "f", "e")];
        Assert.Equal(
            [
                Column.Text("b"),
                Column.Text("a"),
                Column.Count("d"),
                Column.Count("c"),
                Column.Number("f", 3),
                Column.Number("e", 3),
            ],
            columns
        );
    }
}
