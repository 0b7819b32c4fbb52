using System.Text;
using Research.Pipeline.Compare;

namespace Research.Pipeline.Tests.Compare;

public class TableDiffTests
{
    [Fact]
    public void A_changed_cell_is_named_by_its_row_and_column() =>
        Assert.Equal(
            ["t.csv, svm / test, mean: 0.5 -> 0.6"],
            Diff("model,split,mean\nsvm,test,0.5\nknn,test,0.1\n", "model,split,mean\nsvm,test,0.6\nknn,test,0.1\n")
        );

    [Fact]
    public void A_row_that_moved_has_not_changed() =>
        Assert.Empty(Diff("model,mean\nsvm,0.5\nknn,0.1\n", "model,mean\nknn,0.1\nsvm,0.5\n"));

    [Fact]
    public void Rows_that_text_does_not_tell_apart_are_matched_in_order() =>
        Assert.Equal(
            ["t.csv, svm #2, mean: 0.6 -> 0.7"],
            Diff("model,seed,mean\nsvm,1,0.5\nsvm,2,0.6\n", "model,seed,mean\nsvm,1,0.5\nsvm,2,0.7\n")
        );

    [Fact]
    public void Rows_columns_and_tables_that_come_and_go_are_told()
    {
        Assert.Equal(["t.csv, knn: gone, was knn, 0.1"], Diff("model,mean\nsvm,0.5\nknn,0.1\n", "model,mean\nsvm,0.5\n"));
        Assert.Equal(["t.csv, svm, sd: new: 0.1"], Diff("model,mean\nsvm,0.5\n", "model,mean,sd\nsvm,0.5,0.1\n"));
        Assert.Equal(
            ["t.csv: new"],
            TableDiff.Of(new ResultTree(new Dictionary<string, byte[]>()), Tree("a\n1\n")).Select(change => change.ToString())
        );
    }

    private static string[] Diff(string old, string now) =>
        [.. TableDiff.Of(Tree(old), Tree(now)).Select(change => change.ToString())];

    private static ResultTree Tree(string csv) => new(new Dictionary<string, byte[]> { ["t.csv"] = Encoding.UTF8.GetBytes(csv) });
}
