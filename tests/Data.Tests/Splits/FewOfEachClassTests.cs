using Research.Data.Splits;
using Research.Numerics;

namespace Research.Data.Tests.Splits;

public class FewOfEachClassTests
{
    private static readonly FewOfEachClass Few = new()
    {
        Within = new GroupCrossValidation
        {
            Folds = 4,
            Fold = 0,
            Stream = "tests/folds",
            Validation = new NoValidation(),
        },
        Learned = [new("a", 6), new("b", 4)],
        TestPerClass = 2,
        Validation = Holdout.Stratified(0.5, "tests/validation"),
        Stream = "tests/few",
    };

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    public void Classes_have_their_numbers_and_no_speaker_is_on_both_sides(ulong seed)
    {
        TrainValidationTest parts = Few.Of(Tiny.Items, seed);
        int[] learned = [.. parts.Train, .. parts.Validation];
        Assert.Equal([6, 4, 0], Tiny.PerClass(learned));
        Assert.Equal([3, 2, 0], Tiny.PerClass(parts.Validation));
        Assert.Equal([2, 2, 0], Tiny.PerClass(parts.Test));
        Assert.Empty(Tiny.Speakers(learned).Intersect(Tiny.Speakers(parts.Test)));
        Assert.Equal(["a", "b"], Few.ClassesOf(Tiny.Items));
    }

    [Fact]
    public void What_the_other_protocol_validates_may_be_learned_too()
    {
        FewOfEachClass all = Few with
        {
            Within = new RandomSplit { Test = Holdout.Stratified(0.2, "t"), Validation = Holdout.Stratified(0.5, "v") },
            Learned = [new("a", 9), new("b", 9)],
        };
        TrainValidationTest parts = all.Of(Tiny.Items, 1);
        Assert.Equal([9, 9, 0], Tiny.PerClass([.. parts.Train, .. parts.Validation]));
    }

    [Fact]
    public void Seeds_draw_others()
    {
        Assert.Equal(Few.Of(Tiny.Items, 1).Train, Few.Of(Tiny.Items, 1).Train);
        Assert.NotEqual(Few.Of(Tiny.Items, 1).Train, Few.Of(Tiny.Items, 3).Train);
    }

    [Fact]
    public void More_than_there_are_are_refused()
    {
        var error = Assert.Throws<ResearchException>(() => (Few with { Learned = [new("a", 30)] }).Of(Tiny.Items, 1));
        Assert.Contains("items to learn from where 30 are asked for", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ResearchException>(() => (Few with { TestPerClass = 9 }).Of(Tiny.Items, 1));
        Assert.Contains("items to test where 9 are asked for", error.Message, StringComparison.Ordinal);
    }
}
