using Research.Data.Splits;
using Research.Numerics;

namespace Research.Data.Tests.Splits;

public class SplitTests
{
    private static readonly int[] Classes = [.. Enumerable.Range(0, 133).Select(i => i % 9)];

    [Fact]
    public void A_stratified_split_has_the_rounded_up_test_part_and_every_class_in_proportion()
    {
        Split split = StratifiedSplit.Of(Classes, 0.3, Rng.For(1, "split"));
        Assert.Equal(40, split.Test.Length);
        Assert.Equal(Enumerable.Range(0, 133), split.Train.Concat(split.Test).Order());
        Assert.All(split.Test.GroupBy(i => Classes[i]), group => Assert.InRange(group.Count(), 4, 5));
    }

    [Fact]
    public void Training_items_a_class_are_rounded_up_as_digits_2_did()
    {
        int[] classes = [.. Enumerable.Repeat(0, 15), .. Enumerable.Repeat(1, 14)];
        Split split = StratifiedSplit.WithTrainPerClass(classes, 0.7, Rng.For(1, "split"));
        Assert.Equal(21, split.Train.Length);
        Assert.Equal(8, split.Test.Length);
    }

    [Fact]
    public void The_same_seed_gives_the_same_split_and_another_seed_another()
    {
        Split first = StratifiedSplit.Of(Classes, 0.3, Rng.For(1, "split"));
        Assert.Equal(first.Test, StratifiedSplit.Of(Classes, 0.3, Rng.For(1, "split")).Test);
        Assert.NotEqual(first.Test, StratifiedSplit.Of(Classes, 0.3, Rng.For(2, "split")).Test);
    }

    [Fact]
    public void Folds_are_disjoint_cover_all_and_differ_by_one_at_most()
    {
        foreach (
            IReadOnlyList<Split> folds in new[]
            {
                KFold.Of(133, 4, Rng.For(1, "f")),
                KFold.Stratified(Classes, 4, Rng.For(1, "f")),
            }
        )
        {
            Assert.Equal(Enumerable.Range(0, 133), folds.SelectMany(fold => fold.Test).Order());
            Assert.All(folds, fold => Assert.InRange(fold.Test.Length, 33, 34));
            Assert.All(folds, fold => Assert.Empty(fold.Test.Intersect(fold.Train)));
        }
    }

    [Fact]
    public void Stratified_folds_spread_every_class()
    {
        foreach (Split fold in KFold.Stratified(Classes, 5, Rng.For(1, "f")))
        {
            Assert.All(fold.Test.GroupBy(i => Classes[i]), group => Assert.InRange(group.Count(), 2, 3));
        }
    }

    [Fact]
    public void Each_speaker_is_left_out_once()
    {
        string[] speakers = ["b", "a", "b", "c"];
        var splits = LeaveOneGroupOut.Of(speakers);
        Assert.Equal(["a", "b", "c"], splits.Select(item => item.Group));
        Assert.Equal([0, 2], splits[1].Split.Test);
        Assert.Equal([1, 3], splits[1].Split.Train);
    }

    [Fact]
    public void A_split_of_a_subset_points_into_the_whole()
    {
        Split split = new Split([0, 2], [1]).Of([10, 20, 30]);
        Assert.Equal([10, 30], split.Train);
        Assert.Equal([20], split.Test);
    }

    [Fact]
    public void Impossible_splits_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StratifiedSplit.Of(Classes, 1, Rng.For(1, "x")));
        Assert.Throws<ArgumentOutOfRangeException>(() => KFold.Of(3, 4, Rng.For(1, "x")));
        Assert.Throws<ArgumentOutOfRangeException>(() => KFold.Of(3, 1, Rng.For(1, "x")));
        Assert.Throws<ArgumentException>(() => LeaveOneGroupOut.Of(["a", "a"]));
    }

    [Fact]
    public void A_count_of_test_items_a_class_is_kept()
    {
        int[] classes = [0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2];
        Split split = StratifiedSplit.WithTestPerClass(classes, 2, Rng.For(1, "split"));
        Assert.Equal([2, 2, 2], Enumerable.Range(0, 3).Select(c => split.Test.Count(i => classes[i] == c)));
        Assert.Equal(Enumerable.Range(0, 12), split.Train.Concat(split.Test).Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_count_that_leaves_a_class_without_training_is_refused(int perClass) =>
        Assert.Throws<ArgumentException>(() =>
            StratifiedSplit.WithTestPerClass([0, 0, 0, 1, 1, 1, 1], perClass, Rng.For(1, "split"))
        );
}
