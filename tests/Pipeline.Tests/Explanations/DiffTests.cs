using Research.Pipeline.Explanations;

namespace Research.Pipeline.Tests.Explanations;

public class DiffTests
{
    [Fact]
    public void A_changed_cell_is_told_with_its_row() =>
        Assert.Equal(
            [("row c-2 (line 3)", "0.5", "0.6")],
            RowDiff.Of("id,where,value\nc-1,p,0.1\nc-2,q,0.5\n", "id,where,value\nc-1,p,0.1\nc-2,q,0.6\n")
        );

    [Fact]
    public void A_new_row_and_a_row_that_is_gone_are_told_whole() =>
        Assert.Equal(
            [("row c-3 (line 2)", null, "c-3\tz"), ("row c-2 (line 2)", "c-2\ty", null)],
            RowDiff.Of("c-1\tx\nc-2\ty\n", "c-1\tx\nc-3\tz\n")
        );

    [Fact]
    public void Rows_in_another_order_differ_in_nothing() => Assert.Empty(RowDiff.Of("a,1\nb,2\na,1\n", "b,2\na,1\na,1\n"));

    [Fact]
    public void Of_many_rows_ten_are_told_and_the_rest_counted()
    {
        string old = string.Concat(Enumerable.Range(0, 30).Select(i => $"{i},a\n"));
        IReadOnlyList<(string Row, string? Old, string? New)> told = RowDiff.Of(old, old.Replace('a', 'b'));
        Assert.Equal(11, told.Count);
        Assert.Equal("20 more rows", told[^1].Row);
    }

    [Fact]
    public void A_changed_constant_is_told_by_its_place() =>
        Assert.Equal(("0.97", "0.95"), ConstantDiff.Of(["1", "0.97", "\"mfcc\""], ["1", "0.95", "\"mfcc\""]));

    [Fact]
    public void Constants_that_came_and_went_are_told() =>
        Assert.Equal(("none", "3"), ConstantDiff.Of(["1", "2"], ["1", "3", "2"]));

    [Fact]
    public void Code_that_changed_in_no_constant_has_none_to_tell() => Assert.Null(ConstantDiff.Of(["1"], ["1"]));
}
