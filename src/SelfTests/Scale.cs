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

    /// <summary>Plans what a build asks for, the tables, and then every target by itself; tells how long each took, and the process from its start with its processor time: a busy machine does not lengthen that.</summary>
    public static string Plan(string folder, int targets)
    {
        var clock = Stopwatch.StartNew();
        using Project project = new Side(folder, 1).Open(Graph(targets));
        string graph = Seconds(clock);
        Plan tables = project.PlanFor([.. project.Graph.All.OfType<TablesTarget>()]);
        string first = $"planned in {Seconds(clock)} ({graph} of them for the graph), {SinceStart()}";
        Plan all = project.PlanFor(project.Graph.All);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{tables.Steps.Count} targets fingerprinted, {tables.Count(StepState.UpToDate)} asked for and up to date, {first}; every one looked up, {all.Count(StepState.UpToDate)} up to date, {SinceStart()}"
        );
    }

    private static string Seconds(Stopwatch clock) =>
        string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:F3} s");

    private static string SinceStart()
    {
        using var self = Process.GetCurrentProcess();
        double seconds = (TimeProvider.System.GetLocalNow() - self.StartTime).TotalSeconds;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{seconds:F3} s after the start of the process ({self.TotalProcessorTime.TotalSeconds:F3} s of processor time)"
        );
    }
}
