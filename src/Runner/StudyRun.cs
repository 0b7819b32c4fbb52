using Research.Data;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Planning;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;
using Research.Report;

namespace Research.Runner;

/// <summary>Brings the targets that are asked for up to date, and tells what came of it.</summary>
internal static class StudyRun
{
    /// <param name="catalogue">Path of the assembly with the studies.</param>
    /// <returns>The exit code.</returns>
    public static int Of(string catalogue, Asked asked, CancellationToken cancellation)
    {
        if (asked.Jobs < 1)
        {
            throw new UsageException($"--jobs {asked.Jobs}: at least 1 is needed.");
        }

        ParallelLoop.Threads = asked.Jobs;
        ProjectSettings settings = ProjectSettings.Standard(asked.Root, catalogue, asked.Profile, asked.Paranoid);
        using Project project = Project.Open(settings);
        Plan plan = project.Plan(asked.Targets);
        if (asked.DryRun)
        {
            PlanText.Write(plan, Console.Out);
            return ExitCodes.Well;
        }

        using var workers = WorkerProcess.Own();
        var engine = new Engine(project, workers, BoundsOf(asked), new ConsoleObserver(Console.Out, plan));
        IReadOnlyList<StepResult> results = engine.RunAsync(plan, cancellation).GetAwaiter().GetResult();
        return Tell(project, asked, results);
    }

    private static RunSettings BoundsOf(Asked asked) =>
        new()
        {
            Jobs = asked.Jobs,
            MemoryBytes = RunSettings.StandardMemory,
            CheckpointInterval = RunSettings.StandardInterval,
        };

    private static int Tell(Project project, Asked asked, IReadOnlyList<StepResult> results)
    {
        int code = RunSummary.CodeOf(results);
        TablesTarget[] made =
        [
            .. results.Where(result => result.IsWell).Select(result => result.Step.Target).OfType<TablesTarget>(),
        ];
        var snapshots = new Snapshots(project);
        int drifts = 0;
        foreach (TablesTarget tables in made)
        {
            drifts += asked.Accepts && code == ExitCodes.Well ? snapshots.Take(tables) : snapshots.Compare(tables);
        }

        Terminal.SayPage(RunSummary.Of(results));
        if (results.Any(result => result is { IsWell: true, Target: ReportTarget.Id }))
        {
            string report = Path.Combine(project.Settings.Artifacts, asked.Profile.Name(), HtmlReport.File);
            Terminal.Say($"Read {Path.GetRelativePath(asked.Root, report)}");
        }

        return code == ExitCodes.Well && drifts > 0 ? ExitCodes.Drift : code;
    }
}
