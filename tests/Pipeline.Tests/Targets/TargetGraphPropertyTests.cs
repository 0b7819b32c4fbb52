using Research.Numerics;
using Research.Pipeline.Targets;
using Research.Tests;

namespace Research.Pipeline.Tests.Targets;

/// <summary>Random graphs of targets, compared with the paths between them.</summary>
public class TargetGraphPropertyTests
{
    private const int Cases = 500;

    [Fact]
    public void Every_target_comes_once_and_after_all_that_it_reads() =>
        RandomEdges.Acyclic.HoldsFor(
            Cases,
            edges =>
            {
                string[] order = [.. new TargetGraph(edges.Targets("t", _ => "")).All.Select(target => target.Name)];
                Assert.Equal(Enumerable.Range(0, edges.Count).Select(i => $"t{i}"), order.Order(StringComparer.Ordinal));
                for (int i = 0; i < edges.Count; i++)
                {
                    for (int j = 0; j < edges.Count; j++)
                    {
                        Assert.True(!edges.Reads[i, j] || Array.IndexOf(order, $"t{j}") < Array.IndexOf(order, $"t{i}"));
                    }
                }
            }
        );

    [Fact]
    public void A_graph_is_refused_where_it_has_a_cycle_and_a_target_of_the_cycle_is_named() =>
        RandomEdges.Any.HoldsFor(
            Cases,
            edges =>
            {
                bool[,] paths = edges.Paths();
                string[] onCycles = [.. Enumerable.Range(0, edges.Count).Where(i => paths[i, i]).Select(i => $"t{i}")];
                if (onCycles.Length == 0)
                {
                    Assert.Equal(edges.Count, new TargetGraph(edges.Targets("t", _ => "")).All.Count);
                    return;
                }

                ResearchException error = Assert.Throws<ResearchException>(() => new TargetGraph(edges.Targets("t", _ => "")));
                Assert.Contains(
                    onCycles,
                    name => error.Message.StartsWith($"The target '{name}' depends on itself", StringComparison.Ordinal)
                );
            }
        );
}
