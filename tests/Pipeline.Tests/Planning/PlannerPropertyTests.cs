using CsCheck;
using Research.Pipeline.Planning;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;
using Research.Pipeline.Tests.Targets;
using Research.Tests;

namespace Research.Pipeline.Tests.Planning;

/// <summary>Plans of random graphs after a change, compared with the paths between the targets.</summary>
public sealed class PlannerPropertyTests : IDisposable
{
    private readonly TemporaryProject _folder = new();
    private int _cases;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_plan_makes_what_changed_and_all_downstream_of_it_and_nothing_else() =>
        RandomEdges
            .Acyclic.SelectMany(edges =>
                Gen.Select(Gen.Bool.Array[edges.Count], Gen.Bool.Array[edges.Count], (c, a) => (edges, c, a))
            )
            .HoldsFor(40, change => Check(change.edges, change.c, change.a));

    private void Check(RandomEdges edges, bool[] changed, bool[] asked)
    {
        string prefix = $"case{_cases++}-"; // one store for all cases, and nothing of another's in it
        RunAll(edges.Targets(prefix, i => $"{prefix}{i} before"));
        using Project project = Open(edges.Targets(prefix, i => $"{prefix}{i} {(changed[i] ? "after" : "before")}"));
        Plan plan = project.PlanFor([.. Numbers(edges, i => asked[i]).Select(i => project.Graph[$"{prefix}{i}"])]);

        bool[,] paths = edges.Paths();
        bool[] stale =
        [
            .. Enumerable.Range(0, edges.Count).Select(i => changed[i] || Numbers(edges, j => paths[i, j]).Any(j => changed[j])),
        ];
        foreach (int i in Numbers(edges, _ => true))
        {
            bool read = Numbers(edges, j => paths[j, i] && asked[j] && stale[j]).Any();
            StepState expected =
                stale[i] && (asked[i] || read) ? StepState.Run
                : asked[i] || Numbers(edges, j => edges.Reads[j, i] && IsMade(plan, $"{prefix}{j}")).Any() ? StepState.UpToDate
                : StepState.Unneeded;
            Assert.Equal((i, expected), (i, plan[$"{prefix}{i}"].State));

            bool within = asked[i] || Numbers(edges, j => paths[j, i] && asked[j]).Any();
            Assert.Equal((i, within), (i, plan[$"{prefix}{i}"].Fingerprint is not null)); // nothing else is read
        }
    }

    private static bool IsMade(Plan plan, string target) => plan[target].State == StepState.Run;

    private static IEnumerable<int> Numbers(RandomEdges edges, Func<int, bool> condition) =>
        Enumerable.Range(0, edges.Count).Where(condition);

    private void RunAll(IEnumerable<Target> targets)
    {
        using Project project = Open(targets);
        Plan plan = project.PlanFor([.. project.Graph.All]);
        Assert.All(TemporaryProject.Run(project, plan), result => Assert.Equal(StepEnd.Made, result.End));
    }

    private Project Open(IEnumerable<Target> targets)
    {
        using Project standard = _folder.Open();
        return new Project(standard.Settings, new TargetGraph(targets));
    }
}
