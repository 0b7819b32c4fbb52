using Research.Data.Splits;
using Research.Numerics;

namespace Research.Data.Tests.Splits;

public class ProtocolTests
{
    public static TheoryData<Protocol> Covering =>
        [
            new PublishedSplit { Validation = Tiny.Holdout(0.25, "validation") },
            Random(Draw.Items, new NoValidation()),
            Random(Draw.Stratified, Tiny.Holdout(0.2, "validation")),
            Random(Draw.StratifiedByRest, Tiny.Holdout(0.2, "validation", Draw.Items)),
            Random(Draw.Groups, Tiny.Holdout(0.2, "validation", Draw.Groups)),
            new BalancedTest
            {
                PerClass = 2,
                Stream = "test",
                Validation = Tiny.Holdout(0.2, "validation"),
            },
            Fold(0, stratified: true),
            Fold(1, stratified: false),
            new GroupLeftOut { Group = "s2", Validation = Tiny.Holdout(0.2, "validation") },
        ];

    [Theory]
    [MemberData(nameof(Covering))]
    public void Parts_are_disjoint_cover_all_items_and_are_ascending(Protocol protocol)
    {
        TrainValidationTest parts = protocol.Of(Tiny.Items, 1);
        Assert.Equal(Enumerable.Range(0, 30), parts.Train.Concat(parts.Validation).Concat(parts.Test).Order());
        Assert.All(new[] { parts.Train, parts.Validation, parts.Test }, part => Assert.Equal(part.Order(), part));
        Assert.NotEmpty(parts.Train);
        Assert.NotEmpty(parts.Test);
    }

    [Theory]
    [MemberData(nameof(Covering))]
    public void The_same_seed_gives_the_same_parts(Protocol protocol)
    {
        (TrainValidationTest first, TrainValidationTest again) = (protocol.Of(Tiny.Items, 3), protocol.Of(Tiny.Items, 3));
        Assert.Equal(first.Train, again.Train);
        Assert.Equal(first.Test, again.Test);
    }

    [Fact]
    public void Another_seed_or_another_stream_gives_another_test_part()
    {
        RandomSplit split = Random(Draw.Stratified, new NoValidation());
        int[] first = split.Of(Tiny.Items, 1).Test;
        Assert.NotEqual(first, split.Of(Tiny.Items, 2).Test);
        Assert.NotEqual(first, (split with { Test = split.Test with { Stream = "other" } }).Of(Tiny.Items, 1).Test);
    }

    [Fact]
    public void Stratified_parts_have_every_class_in_proportion()
    {
        TrainValidationTest parts = Random(Draw.Stratified, Tiny.Holdout(0.25, "validation")).Of(Tiny.Items, 1);
        Assert.Equal([4, 4, 2], Tiny.PerClass(parts.Test)); // a third of 12, 12 and 6
        Assert.Equal([2, 2, 1], Tiny.PerClass(parts.Validation)); // a quarter of 8, 8 and 4
        TrainValidationTest balanced = new BalancedTest
        {
            PerClass = 3,
            Stream = "test",
            Validation = new TestAsValidation(),
        }.Of(Tiny.Items, 1);
        Assert.Equal([3, 3, 3], Tiny.PerClass(balanced.Test));
        Assert.Equal(balanced.Test, balanced.Validation);
        Assert.Empty(balanced.Train.Intersect(balanced.Test));
    }

    [Fact]
    public void Groups_stay_apart_in_every_part()
    {
        TrainValidationTest parts = Random(Draw.Groups, Tiny.Holdout(0.3, "validation", Draw.Groups)).Of(Tiny.Items, 1);
        string[] all = [.. new[] { parts.Train, parts.Validation, parts.Test }.SelectMany(part => Tiny.Speakers(part))];
        Assert.Equal(["s0", "s1", "s2", "s3"], all.Order());
        Assert.True(parts.Test.Length >= 10);
        TrainValidationTest left = new GroupLeftOut { Group = "s1", Validation = new NoValidation() }.Of(Tiny.Items, 1);
        Assert.Equal(["s1"], Tiny.Speakers(left.Test));
        Assert.Equal(["s0", "s2", "s3"], Tiny.Speakers(left.Train));
        Assert.Empty(left.Validation);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_item_is_tested_in_one_fold(bool stratified)
    {
        int[][] tests = [.. Enumerable.Range(0, 3).Select(fold => Fold(fold, stratified).Of(Tiny.Items, 1).Test)];
        Assert.Equal(Enumerable.Range(0, 30), tests.SelectMany(test => test).Order());
        Assert.All(tests.Where(_ => stratified), test => Assert.Equal([4, 4, 2], Tiny.PerClass(test)));
    }

    [Fact]
    public void A_protocol_that_needs_classes_names_the_items_that_have_none()
    {
        SplitItems items = Tiny.Items with { Labels = [null, .. Tiny.Items.Labels.Skip(1)] };
        ResearchException error = Assert.Throws<ResearchException>(() =>
            Random(Draw.Stratified, new NoValidation()).Of(items, 1)
        );
        Assert.Contains("1 of 30 items", error.Message, StringComparison.Ordinal);
        Assert.Contains("clip-00", error.Message, StringComparison.Ordinal);
        Assert.Equal(10, Random(Draw.Items, new NoValidation()).Of(items, 1).Test.Length);
    }

    [Fact]
    public void A_group_that_is_not_there_is_refused_and_those_that_are_there_are_named()
    {
        var protocol = new GroupLeftOut { Group = "theo", Validation = new NoValidation() };
        ResearchException error = Assert.Throws<ResearchException>(() => protocol.Of(Tiny.Items, 1));
        Assert.Contains("s0, s1, s2, s3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Splits_that_cannot_be_had_are_refused()
    {
        Assert.Throws<ResearchException>(() => Fold(3, stratified: true).Of(Tiny.Items, 1));
        Assert.Throws<ResearchException>(() =>
            new PublishedSplit { Validation = new NoValidation() }.Of(SplitItems.Of(Tiny.Other), 1)
        );
        Assert.Throws<ResearchException>(() =>
            (Random(Draw.Groups, new NoValidation()) with { Test = Tiny.Holdout(0.9, "test", Draw.Groups) }).Of(Tiny.Items, 1)
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            (Random(Draw.Items, new NoValidation()) with { Test = Tiny.Holdout(1, "test", Draw.Items) }).Of(Tiny.Items, 1)
        );
    }

    private static RandomSplit Random(Draw draw, ValidationPart validation) =>
        new() { Test = Tiny.Holdout(1.0 / 3, "test", draw), Validation = validation };

    private static CrossValidation Fold(int fold, bool stratified) =>
        new()
        {
            Folds = 3,
            Fold = fold,
            Stratified = stratified,
            Stream = "folds",
            Validation = Tiny.Holdout(0.2, "validation"),
        };
}
