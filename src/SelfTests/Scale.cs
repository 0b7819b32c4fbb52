using System.Diagnostics;
using System.Globalization;
using Research.Pipeline;
using Research.Pipeline.Planning;
using Research.Pipeline.Targets;

namespace Research.SelfTests;

/// <summary>research selftest scale: how long it takes to plan thousands of trials that are up to date.</summary>
public static class Scale
{
    private const int Others = 3; // data, features, tables

    /// <summary>One grid: a dataset, a feature set, trials on it, and their tables.</summary>
    public static TargetGraph Graph(int targets) => TargetGraph.Of(new ScaleCatalogue(targets - Others), Profile.Quick);

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
