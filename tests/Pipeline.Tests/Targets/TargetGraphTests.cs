using Research.Data;
using Research.Numerics;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Tests.Targets;

public class TargetGraphTests
{
    [Fact]
    public void Upstream_comes_before_downstream_and_each_once()
    {
        TargetGraph graph = TargetGraph.Of(new TestCatalogue([Counting.Standard, CountingAgain.Standard]), Profile.Quick);
        Assert.Equal(
            ["data:three", "features:three:ones", "Tests.Counting", "Tests.CountingAgain", "report"],
            graph.All.Select(target => target.Name)
        );
    }

    [Theory]
    [InlineData("tests.counting", "Tests.Counting")]
    [InlineData("Tests", "Tests.Counting Tests.CountingAgain")]
    [InlineData("all", "Tests.Counting Tests.CountingAgain report")]
    [InlineData("data:three", "data:three")]
    public void A_name_means_targets(string name, string targets)
    {
        TargetGraph graph = TargetGraph.Of(new TestCatalogue([Counting.Standard, CountingAgain.Standard]), Profile.Quick);
        Assert.Equal(targets, string.Join(' ', graph.Resolve(name).Select(target => target.Name)));
    }

    [Fact]
    public void A_cycle_a_missing_target_and_one_name_for_two_things_are_refused()
    {
        Assert.Contains("depends on itself", Refusal(new Node("a", "b"), new Node("b", "a")), StringComparison.Ordinal);
        Assert.Contains("needs 'c'", Refusal(new Node("a", "c")), StringComparison.Ordinal);
        Assert.Contains(
            "Two targets are named 'a'",
            Refusal(new Node("a"), new Node("b"), new Node("a", "b")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_generators_of_one_name_are_refused()
    {
        var one = new DatasetTarget(new GeneratedDataset("tick", () => throw new InvalidOperationException("one")));
        var other = new DatasetTarget(new GeneratedDataset("tick", () => throw new InvalidOperationException("other")));
        Assert.Contains("Two targets are named 'data:tick'", Refusal(one, other), StringComparison.Ordinal);
    }

    private static string Refusal(params Target[] targets) =>
        Assert.Throws<ResearchException>(() => new TargetGraph(targets)).Message;

    private sealed class Node(string name, params string[] upstream) : Target
    {
        public override string Name => name;

        public override TargetKind Kind => TargetKind.Tables;

        public override IReadOnlyList<string> Upstream => upstream;

        public override Pipeline.Closures.CodeRoots Roots => OwnMake;

        public override void Make(Job job) { }
    }
}
