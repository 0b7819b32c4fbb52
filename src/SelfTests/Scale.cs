using System.Diagnostics;
using System.Globalization;
using Research.Pipeline;
using Research.Pipeline.Planning;
using Research.Pipeline.Targets;

namespace Research.SelfTests;

/// <summary>research selftest scale: how long it takes to plan thousands of targets that are up to date.</summary>
public static class Scale
{
    /// <summary>Pairs of a feature set and an experiment on it, and one report on all: 2 · pairs + 1 targets.</summary>
    public static IReadOnlyList<Target> Graph(int targets)
    {
        int pairs = (targets - 1) / 2;
        var nodes = new List<Target>();
        for (int i = 0; i < pairs; i++)
        {
            nodes.Add(new RandomNode($"f{i}", i, [], published: false, fails: false));
            nodes.Add(new RandomNode($"e{i}", i, [$"f{i}"], published: true, fails: false));
        }

        nodes.Add(
            new RandomNode("report", 0, [.. Enumerable.Range(0, pairs).Select(i => $"e{i}")], published: true, fails: false)
        );
        return nodes;
    }

    /// <summary>Makes every target once, in this process.</summary>
    public static void Prepare(string folder, int targets)
    {
        var side = new Side(folder, Environment.ProcessorCount);
        using Project project = side.Open(Graph(targets));
        side.Run(project, project.PlanFor(project.Graph.All));
        Thread.Sleep(200);
        project.PlanFor(project.Graph.All); // hashes are remembered once files have settled
    }

    /// <summary>Plans, and tells how long it took from the start of the process.</summary>
    public static string Plan(string folder, int targets)
    {
        using Project project = new Side(folder, 1).Open(Graph(targets));
        Plan plan = project.PlanFor(project.Graph.All);
        using var self = Process.GetCurrentProcess();
        double seconds = (TimeProvider.System.GetLocalNow() - self.StartTime).TotalSeconds;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Steps.Count} targets planned, {plan.Count(StepState.UpToDate)} up to date, {seconds:F3} s after the start of the process"
        );
    }
}
