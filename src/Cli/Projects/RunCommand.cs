using System.CommandLine;
using Research.Cli.Commands;
using Research.Cli.Help;
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
        var options = new ProjectOptions();
        var bounds = new BoundOptions();
        var targets = new Argument<string[]>("target")
        {
            Description = "Such as Digits.GmmHmm, Digits, report, or all.",
            Arity = ArgumentArity.OneOrMore,
        }.CompletesTargets();
        var command = new ToolCommand(
            "run",
            "Brings targets up to date: makes what changed, restores what was made before, leaves the rest.",
            "research run Digits.GmmHmm",
            "research run SpeechEmotion --profile paper --jobs 2"
        )
        {
            targets,
        };
        options.AddTo(command);
        bounds.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
                Task.FromResult(
                    ExitCode.Of(() =>
                        Run(options.Open(parsed), parsed.GetValue(targets)!, bounds.SettingsOf(parsed), cancellation)
                    )
                )
        );
        return command;
    }

    private static int Run(Project opened, string[] targets, RunSettings settings, CancellationToken cancellation)
    {
        using Project project = opened;
        Plan plan = project.Plan(targets);
        using var workers = WorkerProcess.Own();
        var engine = new Engine(project, workers, settings, new ConsoleObserver(Console.Error, plan));
        IReadOnlyList<StepResult> results = engine.RunAsync(plan, cancellation).GetAwaiter().GetResult();
        if (targets.Length == 1 && results.All(result => result.IsWell))
        {
            Show(project, targets[0]);
        }

        Console.WriteLine(RunSummary.Of(results));
        return RunSummary.CodeOf(results);
    }

    private static void Show(Project project, string target)
    {
        if (project.Graph.Resolve(target) is [TablesTarget { Folder: not null } tables])
        {
            var summary = CsvTable.Load(Path.Combine(project.Workspace.PathOf(tables), TablesTarget.Summary));
            Console.WriteLine(MarkdownTable.Of(summary.Header, summary.Rows));
            Console.WriteLine($"Tables: {project.Workspace.PathOf(tables)}");
        }
    }
}
