namespace Research.SelfTests.Tests;

/// <summary>Twenty-five graphs; docs/engine.md tells how to run more.</summary>
public class RandomGraphsTests
{
    [Fact]
    public void Plans_of_random_graphs_are_what_their_runs_do() =>
        Assert.Empty(new RandomGraphs(TextWriter.Null).Run(25, seed: 7));
}
