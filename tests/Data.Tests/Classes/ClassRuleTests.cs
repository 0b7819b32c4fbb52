using Research.Data.Classes;
using Research.Numerics;

namespace Research.Data.Tests.Classes;

public class ClassRuleTests
{
    private static readonly TargetCut Valence = new()
    {
        Name = "valence as cut",
        Sets = [],
        Target = "v",
        Bounds = [new(3, BelongsAbove: true), new(5, BelongsAbove: false)],
        Classes = ["negative", "neutral", "positive"],
    };

    [Fact]
    public void A_bound_belongs_above_or_below_as_it_says() =>
        Assert.Equal(
            ["negative", "neutral", "neutral", "positive"],
            Valence.Of([Rated("a", 2.99), Rated("b", 3), Rated("c", 5), Rated("d", 5.01)])
        );

    [Fact]
    public void Thirds_are_as_large_as_equal_values_allow()
    {
        var thirds = new TargetThirds
        {
            Name = "thirds",
            Sets = [],
            Target = "v",
        };
        double[] values = [6, 1, 5, 2, 4, 3];
        Assert.Equal(
            ["high", "low", "high", "low", "medium", "medium"],
            thirds.Of([.. values.Select((value, i) => Rated($"{i}", value))])
        );
        double[] equal = [1, 1, 1, 2, 2, 3];
        Assert.Equal(
            ["medium", "medium", "medium", "high", "high", "high"],
            thirds.Of([.. equal.Select((value, i) => Rated($"{i}", value))])
        );
    }

    [Fact]
    public void Each_set_is_ruled_by_itself_and_items_of_others_have_no_class()
    {
        var thirds = new TargetThirds
        {
            Name = "thirds",
            Sets = ["x", "y"],
            Target = "v",
        };
        string[] ids = ["x/a", "x/b", "x/c", "y/a", "y/b", "y/c", "xy/a", "x"];
        double[] values = [1, 2, 3, 100, 300, 200, 0, 0];
        Item[] items = [.. ids.Zip(values, Rated)];
        Assert.Equal(["low", "medium", "high", "low", "high", "medium", null, null], thirds.Of(items));
        Dataset kept = thirds.Of(new Dataset("d", "1", "", Synthetic: false, items));
        Assert.Equal(ids[..6], kept.Items.Select(item => item.Id));
        Assert.Equal(["high", "low", "medium"], kept.Labels);
    }

    [Fact]
    public void Of_equal_targets_the_first_is_the_highest()
    {
        var rule = new HighestTarget
        {
            Name = "emotion",
            Sets = [],
            Targets = ["anger", "fear", "sad"],
        };
        Item[] items = [Felt("a", 1, 4, 4), Felt("b", 2, 1, 1), Felt("c", 0, 0, 3)];
        Assert.Equal(["fear", "anger", "sad"], rule.Of(items));
    }

    [Fact]
    public void The_datasets_own_class_is_none_where_it_has_none()
    {
        var rule = new OwnClass { Name = "quadrant", Sets = [] };
        Item[] items = [Rated("a", 0) with { Label = "Q1" }, Rated("b", 0)];
        Assert.Equal(["Q1", null], rule.Of(items));
    }

    [Fact]
    public void Faults_of_a_rule_are_told()
    {
        Refused(Valence with { Target = "w" }, "'a' has no target 'w', which the rule 'valence as cut' looks at; it has v");
        Refused(Valence with { Classes = ["one"] }, "has 2 bounds and 1 classes");
        Refused(Valence with { Sets = ["z"] }, "Dataset 'd': no item has a class by the rule 'valence as cut'");
    }

    private static void Refused(ClassRule rule, string words)
    {
        var data = new Dataset("d", "1", "", Synthetic: false, [Rated("a", 1)]);
        Assert.Contains(words, Assert.Throws<ResearchException>(() => rule.Of(data)).Message, StringComparison.Ordinal);
    }

    private static Item Rated(string id, double value) =>
        new(id, null, id, null, new MatrixContent(new Matrix(1, 1)))
        {
            Targets = new Dictionary<string, double> { ["v"] = value },
        };

    private static Item Felt(string id, double anger, double fear, double sad) =>
        new(id, null, id, null, new MatrixContent(new Matrix(1, 1)))
        {
            Targets = new Dictionary<string, double>
            {
                ["anger"] = anger,
                ["fear"] = fear,
                ["sad"] = sad,
            },
        };
}
