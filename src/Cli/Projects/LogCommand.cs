using System.CommandLine;
using Research.Cli.Commands;
using Research.Cli.Help;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Executors;
using Research.Pipeline.Planning;

namespace Research.Cli.Projects;

/// <summary>research log TARGET: what the worker of a trial told, on whatever machine it ran or runs.</summary>
internal sealed class LogCommand : ITopLevelCommand
{
    public Command Create()
    {
        Argument<string> target = new Argument<string>("target") { Description = "Such as Digits.Lstm/3." }.CompletesTargets();
        var executor = new ExecutorOptions();
        var command = new ToolCommand(
            "log",
            "Prints the log of a trial's or feature set's worker on a cluster, finished or not.",
            ["research log Digits.Lstm/3 --profile paper"]
        );
        command.Taking(target);
        executor.AddTo(command);
        return command.DoingOnProject(
            (project, parsed) => Show(project, parsed.GetValue(target)!, executor.SettingsOf(parsed, project.Settings.Root))
        );
    }

    private static int Show(Project project, string target, ExecutorSettings settings)
    {
        Plan plan = project.Plan(target);
        string name = project.Graph.Resolve(target)[0].Name;
        string? log = plan[name].Fingerprint is { } fingerprint ? ClusterJobs.LogOf(settings, project, fingerprint.Id) : null;
        if (log is null)
        {
            throw new ResearchException(
                $"No machine of a cluster has told anything of {name} as it is now. What is made on this machine shows its errors in the run itself."
            );
        }

        Terminal.SayPage(log.TrimEnd());
        return ExitCodes.Well;
    }
}
