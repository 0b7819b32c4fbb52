using Research.Data.Splits;
using Research.Experiments.GenreAffect;
using Research.Numerics;

namespace Research.Experiments.Tests.GenreAffect;

public class CutClassesTests
{
    private static readonly SplitItems Items = new()
    {
        Names = [.. Enumerable.Range(0, 60).Select(i => $"clip {i}")],
        Labels = [.. Enumerable.Range(0, 60).Select(i => new[] { "blues", "jazz", "rock" }[i % 3])],
        Groups = [.. Enumerable.Range(0, 60).Select(i => $"song {i}")],
        Subsets = new Data.Subset?[60],
        Corpora = [.. Enumerable.Repeat("data", 60)],
        Classes = ["blues", "jazz", "rock"],
    };

    private static readonly CutClasses Cut = new()
    {
        Whole = new RandomSplit
        {
            Test = Holdout.Stratified(0.25, "tests/test"),
            Validation = Holdout.Stratified(1 / 3.0, "tests/validation"),
        },
        Classes = ["blues", "rock"],
        Items = 4,
        Stream = "tests/cut",
    };

    [Fact]
    public void Cut_classes_keep_their_number_the_others_all()
    {
        TrainValidationTest whole = Cut.Whole.Of(Items, 1);
        TrainValidationTest cut = Cut.Of(Items, 1);
        Assert.Equal(4, cut.Train.Count(i => Items.Labels[i] == "blues"));
        Assert.Equal(4, cut.Train.Count(i => Items.Labels[i] == "rock"));
        Assert.Equal(whole.Train.Where(i => Items.Labels[i] == "jazz"), cut.Train.Where(i => Items.Labels[i] == "jazz"));
        Assert.Subset(whole.Train.ToHashSet(), cut.Train.ToHashSet());
        Assert.Equal(whole.Validation, cut.Validation);
        Assert.Equal(whole.Test, cut.Test);
    }

    [Fact]
    public void Another_seed_leaves_other_items()
    {
        int[] Blues(ulong seed)
        {
            CutClasses same = Cut with { Whole = new Whole() };
            return [.. same.Of(Items, seed).Train.Where(i => Items.Labels[i] == "blues")];
        }

        Assert.Equal(Blues(1), Blues(1));
        Assert.NotEqual(Blues(1), Blues(2));
    }

    [Fact]
    public void Without_names_every_class_is_cut()
    {
        TrainValidationTest cut = (Cut with { Classes = null }).Of(Items, 1);
        Assert.Equal([4, 4, 4], Items.Classes.Select(name => cut.Train.Count(i => Items.Labels[i] == name)));
    }

    [Fact]
    public void A_class_that_has_fewer_keeps_what_it_has() =>
        Assert.Equal(Cut.Whole.Of(Items, 1).Train, (Cut with { Items = 1000 }).Of(Items, 1).Train);

    [Fact]
    public void An_unknown_class_and_a_number_below_1_are_refused()
    {
        var error = Assert.Throws<ResearchException>(() => (Cut with { Classes = ["blues", "folk"] }).Of(Items, 1));
        Assert.Contains("no class folk to cut; there are blues, jazz, rock", error.Message, StringComparison.Ordinal);
        Assert.Throws<ResearchException>(() => (Cut with { Items = 0 }).Of(Items, 1));
    }

    // All are learned from.
    private sealed record Whole : Protocol
    {
        public override TrainValidationTest Of(SplitItems items, ulong seed) =>
            new([.. Enumerable.Range(0, items.Count)], [], []);
    }
}
