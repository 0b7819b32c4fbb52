using System.CommandLine;
using System.Globalization;
using Research.Cli.Commands;
using Research.Pipeline;
using Research.Pipeline.Executors;
using Research.Results.Tables;

namespace Research.Cli.Projects;

/// <summary>research status: what runs on other machines, for how long, and how much is left.</summary>
internal sealed class StatusCommand : ITopLevelCommand
{
    public Command Create()
    {
        var executor = new ExecutorOptions();
        var command = new ToolCommand(
            "status",
            "Shows the jobs that a cluster has: where each runs, for how long, and how much is left. Changes nothing.",
            ["research status", "research status --executor slurm"]
        );
        executor.AddTo(command);
        return command.DoingOnProject(
            (project, parsed) => Show(ClusterJobs.All(executor.SettingsOf(parsed, project.Settings.Root), project))
        );
    }

    private static int Show(IReadOnlyList<ClusterJob> jobs)
    {
        if (jobs.Count > 0)
        {
            string[] header = ["job", "state", "machine", "target", "of", "done", "runs for", "left"];
            Terminal.SayPage(MarkdownTable.Of(header, [.. jobs.Select(Row)]).TrimEnd());
        }

        int targets = jobs.Sum(job => job.Count);
        Terminal.Say(
            string.Create(CultureInfo.InvariantCulture, $"{jobs.Count} jobs with a cluster, {targets} targets left in them")
        );
        return ExitCodes.Well;
    }

    private static string[] Row(ClusterJob job) =>
        [
            job.Id,
            job.State,
            job.Host ?? "",
            job.Target,
            string.Create(CultureInfo.InvariantCulture, $"{job.Position}/{job.Count}"),
            job.Share is { } share ? string.Create(CultureInfo.InvariantCulture, $"{100 * share:F0} %") : "",
            Time(job.Seconds),
            Time(job.SecondsLeft),
        ];

    private static string Time(double? seconds) =>
        seconds is { } known
            ? TimeSpan.FromSeconds(Math.Round(Math.Max(0, known))).ToString("c", CultureInfo.InvariantCulture)
            : "";
}
