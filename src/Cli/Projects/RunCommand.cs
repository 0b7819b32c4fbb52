using System.CommandLine;
using Research.Cli.Commands;
using Research.Pipeline;
using Research.Pipeline.Planning;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;
using Research.Results.Tables;

namespace Research.Cli.Projects;

/// <summary>research run TARGET: brings targets up to date, and prints the summary of an experiment.</summary>
internal sealed class RunCommand : ITopLevelCommand
{
    public Command Create()
    {
        Argument<string[]> targets = ProjectActions.Targets("target", "Such as Digits.GmmHmm, Digits, report, or all.");
        targets.Arity = ArgumentArity.OneOrMore;
        var executor = new ExecutorOptions();
        return new ToolCommand(
            "run",
            "Brings targets up to date: makes what changed, restores what was made before, leaves the rest.",
            [
                "research run Digits.GmmHmm",
                "research run SpeechEmotion --profile paper --jobs 2",
                "research run all --profile paper --executor slurm",
            ]
        )
            .Taking(targets)
            .RunningElsewhere(
                executor,
                (project, settings, parsed, cancellation) => Run(project, parsed.GetValue(targets)!, settings, cancellation)
            );
    }

    private static int Run(Project project, string[] targets, RunSettings settings, CancellationToken cancellation)
    {
        Plan plan = project.Plan(targets);
        using var workers = WorkerProcess.Own();
        var engine = new Engine(project, workers, settings, new ConsoleObserver(Console.Error, plan));
        IReadOnlyList<StepResult> results = engine.RunAsync(plan, cancellation).GetAwaiter().GetResult();
        if (targets.Length == 1 && results.All(result => result.IsWell))
        {
            Show(project, targets[0]);
        }

        Terminal.SayPage(RunSummary.Of(results));
        return RunSummary.CodeOf(results);
    }

    private static void Show(Project project, string target)
    {
        if (project.Graph.Resolve(target) is [TablesTarget { Folder: not null } tables])
        {
            var summary = CsvTable.Load(Path.Combine(project.Workspace.PathOf(tables), TablesTarget.Summary));
            Terminal.SayPage(MarkdownTable.Of(summary.Header, summary.Rows));
            Terminal.Say($"Tables: {Path.GetFullPath(project.Workspace.PathOf(tables))}");
        }
    }
}
