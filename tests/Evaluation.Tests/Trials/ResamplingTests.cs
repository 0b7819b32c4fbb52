using Research.Data.Splits;
using Research.Evaluation.Trials;

namespace Research.Evaluation.Tests.Trials;

public class ResamplingTests
{
    private static readonly SplitItems Items = Samples.Items("aabbaabbaabb", "xyzxyzxyzxyz");
    private static readonly RandomSplit Random = new()
    {
        Test = new Holdout
        {
            Fraction = 0.25,
            Draw = Draw.Items,
            Stream = "tests/resampling",
        },
        Validation = new NoValidation(),
    };

    [Fact]
    public void One_split_is_the_protocols_of_the_trials_seed()
    {
        Resample split = Assert.Single(new OneSplit(Random).Of(Items, 7));
        Assert.Equal((SubsetNames.Test, 7UL), (split.Subset, split.Seed));
        Assert.Equal(Random.Of(Items, 7).Test, split.Split.Test);
    }

    [Fact]
    public void Many_splits_are_those_of_the_seeds_from_zero_whatever_the_trials_seed()
    {
        IReadOnlyList<Resample> splits = new ManySplits(Random, 3).Of(Items, 99);
        Assert.Equal(["split 0", "split 1", "split 2"], splits.Select(split => split.Subset));
        Assert.Equal([0UL, 1, 2], splits.Select(split => split.Seed));
        Assert.All(splits, split => Assert.Equal(Random.Of(Items, split.Seed).Test, split.Split.Test));
        Assert.NotEqual(splits[0].Split.Test, splits[1].Split.Test);
    }

    [Fact]
    public void Each_group_is_tested_once_by_a_model_of_all_others()
    {
        IReadOnlyList<Resample> splits = new EachGroupLeftOut().Of(Samples.Items("aabbab", "zyxzyx"), 4);
        Assert.Equal(3, splits.Count);
        Assert.All(splits, split => Assert.Equal((SubsetNames.Test, 4UL), (split.Subset, split.Seed)));
        Assert.Equal(
            [
                [2, 5],
                [1, 4],
                [0, 3],
            ],
            splits.Select(split => split.Split.Test)
        );
        Assert.Equal(
            [
                [0, 1, 3, 4],
                [0, 2, 3, 5],
                [1, 2, 4, 5],
            ],
            splits.Select(split => split.Split.Train)
        );
        Assert.All(splits, split => Assert.Empty(split.Split.Validation));
    }

    [Theory]
    [InlineData(FoldDraw.Items)]
    [InlineData(FoldDraw.Stratified)]
    [InlineData(FoldDraw.Groups)]
    public void Folds_together_test_every_item_once(FoldDraw draw)
    {
        IReadOnlyList<Resample> splits = Folds(draw, 3).Of(Items, 4);
        Assert.Equal(3, splits.Count);
        Assert.All(splits, split => Assert.Equal((SubsetNames.Test, 4UL), (split.Subset, split.Seed)));
        Assert.Equal(Enumerable.Range(0, 12), splits.SelectMany(split => split.Split.Test).Order());
        Assert.All(splits, split => Assert.Equal(Enumerable.Range(0, 12), split.Split.Train.Concat(split.Split.Test).Order()));
    }

    [Fact]
    public void Stratified_folds_have_as_many_items_of_each_class() =>
        Assert.All(
            Folds(FoldDraw.Stratified, 3).Of(Items, 4),
            split => Assert.Equal(2, split.Split.Test.Count(i => Items.Labels[i] == "a"))
        );

    [Fact]
    public void Folds_of_groups_keep_every_group_on_one_side() =>
        Assert.All(
            Folds(FoldDraw.Groups, 3).Of(Items, 4),
            split => Assert.Single(split.Split.Test.Select(i => Items.Groups[i]).Distinct())
        );

    [Fact]
    public void Another_seed_draws_other_folds() =>
        Assert.NotEqual(Folds(FoldDraw.Items, 3).Of(Items, 4)[0].Split.Test, Folds(FoldDraw.Items, 3).Of(Items, 5)[0].Split.Test);

    private static EachFold Folds(FoldDraw draw, int count) =>
        new()
        {
            Folds = count,
            Draw = draw,
            Stream = "tests/folds",
        };
}
