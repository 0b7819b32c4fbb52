using System.CommandLine;
using Research.Cli.Commands;
using Research.Cli.Help;
using Research.Pipeline;
using Research.Pipeline.Executors;
using Research.Pipeline.Runs;

namespace Research.Cli.Projects;

/// <summary>What the commands on a project have in common: their arguments, and opening and closing the project.</summary>
internal static class ProjectActions
{
    /// <summary>Any number of targets.</summary>
    public static Argument<string[]> Targets(string name, string description) =>
        new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.ZeroOrMore }.CompletesTargets();

    /// <summary>Says what a command does with the project that its options name.</summary>
    public static ToolCommand DoingOnProject(this ToolCommand command, Func<Project, ParseResult, int> body)
    {
        var options = new ProjectOptions();
        options.AddTo(command);
        return command.Doing(parsed =>
        {
            using Project project = options.Open(parsed);
            return body(project, parsed);
        });
    }

    /// <summary>The same for a command that runs targets within bounds and can be stopped.</summary>
    public static ToolCommand RunningOnProject(
        this ToolCommand command,
        Func<Project, RunSettings, ParseResult, CancellationToken, int> body
    )
    {
        var options = new ProjectOptions();
        var bounds = new BoundOptions();
        options.AddTo(command);
        bounds.AddTo(command);
        return command.Doing(
            (parsed, cancellation) =>
            {
                using Project project = options.Open(parsed);
                return body(project, bounds.SettingsOf(parsed), parsed, cancellation);
            }
        );
    }

    /// <summary>The same for a command whose targets other machines may make.</summary>
    public static ToolCommand RunningElsewhere(
        this ToolCommand command,
        ExecutorOptions executor,
        Func<Project, RunSettings, ParseResult, CancellationToken, int> body
    )
    {
        executor.AddTo(command);
        return command.RunningOnProject(
            (project, settings, parsed, cancellation) =>
            {
                using ClusterExecutor? cluster = executor.Of(parsed, project);
                return body(project, settings with { Elsewhere = cluster?.Elsewhere }, parsed, cancellation);
            }
        );
    }
}
