using Research.Data.Splits;
using Research.Numerics;

namespace Research.Data.Tests.Splits;

/// <summary>What splits refuse, in which words, and what they take just before that.</summary>
public class SplitRefusalsTests
{
    private static readonly int[] Classes = [0, 0, 0, 1, 1, 1, 1];

    [Fact]
    public void A_published_split_needs_both_of_its_parts()
    {
        Assert.Equal(
            "The published split of tiny has 30 training and 0 test items; both are needed. Choose another protocol.",
            Published(_ => Subset.Train)
        );
        Assert.Equal(
            "The published split of tiny has 0 training and 30 test items; both are needed. Choose another protocol.",
            Published(_ => Subset.Test)
        );
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_fold_that_is_not_there_is_told_with_those_that_are(int fold)
    {
        string said = $"Fold {fold} of 3: folds are numbered 0 to 2.";
        Assert.Equal(said, Refused(() => Fold(fold).Of(Tiny.Items, 1)));
        Assert.Equal(said, Refused(() => GroupFold(fold).Of(Tiny.Items, 1)));
        Assert.NotEmpty(Fold(0).Of(Tiny.Items, 1).Test);
        Assert.NotEmpty(GroupFold(0).Of(Tiny.Items, 1).Test);
    }

    [Theory]
    [InlineData(5, "clip-00, clip-01, clip-02, clip-03, clip-04. ")]
    [InlineData(6, "clip-00, clip-01, clip-02, clip-03, clip-04, …. ")]
    public void Items_without_a_class_are_named_up_to_five(int without, string named)
    {
        SplitItems items = Tiny.Items with { Labels = [.. Tiny.Items.Labels.Select((label, i) => i < without ? null : label)] };
        Assert.Equal(
            $"{without} of 30 items have none of the classes a, b, c: {named}Draw at random or by groups instead of by class.",
            Refused(() => items.ClassIndices())
        );
    }

    [Theory]
    [InlineData(5, "i0, i1, i2, i3, i4.")]
    [InlineData(6, "i0, i1, i2, i3, i4, ….")]
    public void Items_of_a_list_that_are_missing_are_named_up_to_five_in_their_order(int missing, string named)
    {
        var list = new PublishedList
        {
            List = "chosen",
            Read = () => Enumerable.Range(0, missing).Reverse().ToDictionary(i => $"i{i}", _ => Subset.Train),
            NeedsAll = true,
            Validation = new NoValidation(),
        };
        Assert.Equal($"The list 'chosen' names {missing} items that tiny lacks: {named}", Refused(() => list.Of(Tiny.Items, 1)));
    }

    [Fact]
    public void Two_folds_at_least_and_one_an_item_at_most()
    {
        foreach (int k in new[] { 1, 8 })
        {
            foreach (
                Func<IReadOnlyList<Split>> cut in new[] { () => KFold.Of(7, k, Rng()), () => KFold.Stratified(Classes, k, Rng()) }
            )
            {
                Assert.StartsWith(
                    "7 items can be cut into 2 to 7 folds.",
                    Assert.Throws<ArgumentOutOfRangeException>(() => cut()).Message,
                    StringComparison.Ordinal
                );
            }
        }

        Assert.Equal(2, KFold.Of(7, 2, Rng()).Count);
        Assert.All(KFold.Stratified(Classes, 7, Rng()), split => Assert.Single(split.Test));
    }

    [Fact]
    public void Stratified_folds_are_drawn_and_not_cut_in_order() =>
        Assert.True(
            Enumerable
                .Range(1, 5)
                .Select(seed => string.Join(' ', KFold.Stratified(Classes, 2, Numerics.Rng.For((ulong)seed, "folds"))[0].Test))
                .Distinct()
                .Count() > 1
        );

    [Fact]
    public void A_class_keeps_at_least_one_item_to_train_on()
    {
        Assert.Equal(2, StratifiedSplit.WithTestPerClass(Classes, 1, Rng()).Test.Length);
        Assert.Equal(4, StratifiedSplit.WithTestPerClass(Classes, 2, Rng()).Test.Length);
        foreach (int many in new[] { 0, 3 })
        {
            Assert.StartsWith(
                $"{many} test items a class: 1 to 2 can be had, as the smallest class has 3.",
                Assert.Throws<ArgumentException>(() => StratifiedSplit.WithTestPerClass(Classes, many, Rng())).Message,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    public void A_fraction_lies_between_0_and_1(double fraction)
    {
        Action[] draws =
        [
            () => StratifiedSplit.Of(Classes, fraction, Rng()),
            () => StratifiedSplit.WithTrainPerClass(Classes, fraction, Rng()),
            () => GroupSplit.Of(["x", "y"], fraction, Rng()),
        ];
        Assert.All(
            draws,
            draw =>
                Assert.StartsWith(
                    "A split needs a fraction between 0 and 1.",
                    Assert.Throws<ArgumentOutOfRangeException>(draw).Message,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Groups_are_tested_until_the_share_is_reached_and_not_one_more()
    {
        string[] groups = ["x", "x", "y", "y"];
        Assert.Equal(2, GroupSplit.Of(groups, 0.5, Rng()).Test.Length);
        Assert.Equal(
            "2 groups of 4 items cannot be split with 3 items held out: nothing is left. Use a smaller fraction.",
            Refused(() => GroupSplit.Of(groups, 0.6, Rng()))
        );
        Assert.True(
            Enumerable
                .Range(1, 9)
                .Select(seed => GroupSplit.Of(groups, 0.5, Numerics.Rng.For((ulong)seed, "s")).Test[0])
                .Distinct()
                .Count() == 2
        );
    }

    private static Rng Rng() => Numerics.Rng.For(1, "tests/refusals");

    private static string Refused(Func<object> split) => Assert.Throws<ResearchException>(split).Message;

    private static string Published(Func<int, Subset?> part)
    {
        SplitItems items = Tiny.Items with { Subsets = [.. Enumerable.Range(0, 30).Select(part)] };
        return Refused(() => new PublishedSplit { Validation = new NoValidation() }.Of(items, 1));
    }

    private static CrossValidation Fold(int fold) =>
        new()
        {
            Folds = 3,
            Fold = fold,
            Stratified = true,
            Stream = "folds",
            Validation = new NoValidation(),
        };

    private static GroupCrossValidation GroupFold(int fold) =>
        new()
        {
            Folds = 3,
            Fold = fold,
            Stream = "folds",
            Validation = new NoValidation(),
        };
}
