using Research.Numerics;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Tests.Targets;

public class TrialTargetsTests
{
    [Fact]
    public void Trials_are_numbered_in_their_order_and_lie_between_their_inputs_and_the_tables()
    {
        TargetGraph graph = Graph(Grid.Of(3), Counting.Standard);
        Assert.Equal(["data:three"], graph["Tests.Grid/2"].Upstream);
        Assert.Equal(["data:three", "Tests.Grid/1", "Tests.Grid/2", "Tests.Grid/3"], graph["Tests.Grid"].Upstream);
        Assert.Equal(
            ["point 1", "point 2", "point 3"],
            graph.All.OfType<TrialTarget>().Select(target => target.Trial.Description)
        );
        Assert.All(graph.All.OfType<TrialTarget>(), target => Assert.Equal("Tests.Grid", target.Experiment));
        Assert.Equal(["Tests.Grid/2"], graph.Resolve("tests.grid/2").Select(target => target.Name));
        Assert.Equal(["Tests.Grid", "Tests.Counting"], graph.Resolve("Tests").Select(target => target.Name));
    }

    [Fact]
    public void A_trial_lies_downstream_of_those_that_it_uses_first_of_its_own_experiment_then_of_another()
    {
        var (one, two) = (new Point(1), new Point(2));
        TargetGraph graph = Graph(
            OtherGrid.Of(two, one),
            Grid.Of(new Point(3) { AddsTo = [one] }, one, new Point(4) { AddsTo = [two] })
        );
        Assert.Equal(["data:three", "Tests.Grid/2"], graph["Tests.Grid/1"].Upstream);
        Assert.Equal(["data:three", "Tests.OtherGrid/1"], graph["Tests.Grid/3"].Upstream);
    }

    [Fact]
    public void Two_trials_of_one_description_are_refused_in_one_experiment_and_welcome_in_two()
    {
        Assert.Equal(
            "Two trials of Tests.Grid are both called 'point 1'; what tells them apart must stand in Description.",
            Refusal(Grid.Of(new Point(1), new Point(1) { Salt = 1 }))
        );
        Assert.NotNull(Graph(Grid.Of(1), OtherGrid.Of(new Point(1))).Find("Tests.OtherGrid/1"));
    }

    [Fact]
    public void A_trial_that_uses_one_which_nobody_declares_is_refused() =>
        Assert.Equal(
            "The trial Tests.Grid/1 uses 'point 2', which no experiment of this profile declares; add it to the Trials of one.",
            Refusal(Grid.Of(new Point(1) { AddsTo = [new Point(2)] }))
        );

    [Fact]
    public void Trials_that_use_each_other_are_refused()
    {
        var one = new Point(1) { AddsTo = [new Point(2)] };
        Assert.Contains("depends on itself", Refusal(Grid.Of(one, new Point(2) { AddsTo = [one] })), StringComparison.Ordinal);
    }

    private static TargetGraph Graph(params IReadOnlyList<Experiment> experiments) =>
        TargetGraph.Of(new TestCatalogue(experiments), Profile.Quick);

    private static string Refusal(Experiment experiment) => Assert.Throws<ResearchException>(() => Graph(experiment)).Message;
}
