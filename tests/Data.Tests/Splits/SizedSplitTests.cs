using Research.Data.Splits;
using Research.Numerics;

namespace Research.Data.Tests.Splits;

public class SizedSplitTests
{
    private static readonly SizedSplit Split = new()
    {
        TrainItems = 20,
        ValidationItems = 5,
        TestItems = 10,
        Stream = "tests/sized",
    };

    // Forty items; each tenth belongs to the group of the one before it.
    private static readonly SplitItems Items = new()
    {
        Names = [.. Enumerable.Range(0, 40).Select(i => $"{i}")],
        Labels = [.. Enumerable.Repeat("a", 40)],
        Groups = [.. Enumerable.Range(0, 40).Select(i => $"{(i % 10 == 9 ? i - 1 : i):00}")],
        Subsets = [.. Enumerable.Repeat((Subset?)null, 40)],
        Corpora = [.. Enumerable.Repeat("tests", 40)],
        Classes = ["a"],
    };

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void Parts_have_their_sizes_and_share_no_group(ulong seed)
    {
        TrainValidationTest parts = Split.Of(Items, seed);
        Assert.InRange(parts.Train.Length, 20, 21);
        Assert.InRange(parts.Validation.Length, 5, 6);
        Assert.InRange(parts.Test.Length, 10, 11);
        string[][] groups =
        [
            .. new[] { parts.Train, parts.Validation, parts.Test }.Select(own =>
                own.Select(i => Items.Groups[i]).Distinct().ToArray()
            ),
        ];
        Assert.Equal(groups.Sum(own => own.Length), groups.SelectMany(own => own).Distinct().Count());
    }

    [Fact]
    public void Seeds_draw_other_parts_and_one_seed_the_same()
    {
        Assert.Equal(Split.Of(Items, 1).Test, Split.Of(Items, 1).Test);
        Assert.NotEqual(Split.Of(Items, 1).Test, Split.Of(Items, 2).Test);
    }

    [Fact]
    public void More_items_than_there_are_are_refused()
    {
        var error = Assert.Throws<ResearchException>(() => (Split with { TrainItems = 26 }).Of(Items, 1));
        Assert.Contains("26, 5 and 10 items cannot be drawn from 40", error.Message, StringComparison.Ordinal);
    }
}
