using Research.Data;
using Research.Data.Classes;
using Research.Evaluation.Trials;
using Research.Numerics;

namespace Research.Evaluation.Tests.Trials;

public class RuledItemsTests
{
    private static readonly Dataset Data = new(
        "pieces",
        "1",
        "",
        Synthetic: true,
        [
            .. new[] { "a/1", "b/1", "a/2", "b/2" }.Select(
                (id, i) => new Item(id, $"class {i % 3}", id, null, new MatrixContent(new Matrix(1, 1)))
            ),
        ]
    );

    [Fact]
    public void Without_a_rule_all_items_stay_as_they_are()
    {
        var all = RuledItems.Of(Data, rule: null);
        Assert.Same(Data, all.Dataset);
        Assert.Equal([0, 1, 2, 3], all.Places);
    }

    [Fact]
    public void Places_are_those_in_the_whole_dataset()
    {
        var own = RuledItems.Of(Data, new OwnClass { Name = "of b", Sets = ["b"] });
        Assert.Equal(["b/1", "b/2"], own.Items.Select(item => item.Id));
        Assert.Equal(["class 1", "class 0"], own.Items.Select(item => item.Label));
        Assert.Equal([1, 3], own.Places);
    }
}
