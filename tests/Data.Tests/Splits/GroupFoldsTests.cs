using Research.Data.Splits;
using Research.Numerics;

namespace Research.Data.Tests.Splits;

public class GroupFoldsTests
{
    private static readonly string[] Groups = [.. Enumerable.Range(0, 97).Select(i => $"g{i * i % 23}")];

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Test_parts_are_disjoint_cover_all_and_hold_whole_groups(int k)
    {
        IReadOnlyList<Split> folds = Fold(Groups, k, 1);
        Assert.Equal(k, folds.Count);
        Assert.Equal(Enumerable.Range(0, 97), folds.SelectMany(fold => fold.Test).Order());
        Assert.All(folds, fold => Assert.Equal(Enumerable.Range(0, 97), fold.Train.Concat(fold.Test).Order()));
        Assert.All(folds, fold => Assert.Empty(NamesOf(fold.Train).Intersect(NamesOf(fold.Test))));
    }

    // 4 + 1 and 3 + 2: the largest goes first, then each to the smaller fold.
    [Fact]
    public void Folds_are_balanced_in_size_by_hand()
    {
        string[] groups = ["a", "b", "b", "c", "c", "c", "d", "d", "d", "d"];
        IReadOnlyList<Split> folds = Fold(groups, 2, 7);
        Assert.Equal([0, 6, 7, 8, 9], folds[0].Test);
        Assert.Equal([1, 2, 3, 4, 5], folds[1].Test);
    }

    [Fact]
    public void Folds_differ_by_the_largest_group_at_most()
    {
        int largest = Groups.CountBy(group => group).Max(group => group.Value);
        int[] sizes = [.. Fold(Groups, 5, 3).Select(fold => fold.Test.Length)];
        Assert.InRange(sizes.Max() - sizes.Min(), 0, largest);
    }

    [Fact]
    public void The_seed_decides_among_groups_of_one_size()
    {
        string[] groups = [.. Enumerable.Range(0, 20).Select(i => $"g{i / 2}")];
        Assert.Equal(Fold(groups, 2, 1)[0].Test, Fold(groups, 2, 1)[0].Test);
        Assert.NotEqual(Fold(groups, 2, 1)[0].Test, Fold(groups, 2, 2)[0].Test);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void More_folds_than_groups_or_fewer_than_two_are_refused(int k) =>
        Assert.StartsWith(
            $"{k} folds of whole groups: 2 groups can be cut into 2 to 2 folds",
            Assert.Throws<ResearchException>(() => Fold(["a", "b", "a"], k, 1)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_protocol_tests_one_fold()
    {
        var protocol = new GroupCrossValidation
        {
            Folds = 2,
            Fold = 1,
            Stream = "folds",
            Validation = Tiny.Holdout(0.2, "validation"),
        };
        TrainValidationTest parts = protocol.Of(Tiny.Items, 5);
        Assert.Equal(GroupFolds.Of(Tiny.Items.Groups, 2, Rng.For(5, "folds"))[1].Test, parts.Test);
        Assert.Equal(Enumerable.Range(0, 30), parts.Train.Concat(parts.Validation).Concat(parts.Test).Order());
        Assert.Throws<ResearchException>(() => (protocol with { Fold = 2 }).Of(Tiny.Items, 5));
    }

    private static IReadOnlyList<Split> Fold(string[] groups, int k, ulong seed) =>
        GroupFolds.Of(groups, k, Rng.For(seed, "tests/group folds"));

    private static IEnumerable<string> NamesOf(int[] items) => items.Select(i => Groups[i]).Distinct();
}
