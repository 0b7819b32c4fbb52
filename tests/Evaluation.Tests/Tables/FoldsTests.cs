using Research.Evaluation.Tables;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Tables;

public class FoldsTests
{
    private static readonly ClassPredictions[] Two = [Samples.Predicted("ab", "aa"), Samples.Predicted("bba", "bab", first: 2)];

    [Fact]
    public void Folds_are_joined_in_the_order_that_is_wanted()
    {
        ClassPredictions joined = Folds.Join(Two, ["i4", "i0", "i3", "i1", "i2"]);
        Assert.Equal(["i4", "i0", "i3", "i1", "i2"], joined.Items);
        Assert.Equal([0, 0, 1, 1, 1], joined.Truth);
        Assert.Equal([1, 0, 0, 0, 1], joined.Predicted);
        Assert.Equal(2.0 / 5, joined.Confusion.Accuracy, 1e-12);
        Assert.Equal("test", joined.Subset);
        Assert.Equal(["a", "b"], joined.Classes);
    }

    [Fact]
    public void An_item_in_two_folds_is_an_error() =>
        Assert.Throws<ArgumentException>(() => Folds.Join([Two[0], Two[0]], ["i0", "i1"]));

    [Fact]
    public void An_item_in_no_fold_is_an_error() => Assert.Throws<KeyNotFoundException>(() => Folds.Join(Two, ["i0", "i5"]));
}
