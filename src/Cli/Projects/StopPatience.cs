using System.CommandLine;
using System.CommandLine.Parsing;
using Research.Pipeline;
using Research.Pipeline.Executors;

namespace Research.Cli.Projects;

/// <summary>How long a stopped command may take to end by itself.</summary>
internal static class StopPatience
{
    private static readonly TimeSpan Here = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ToCancel = TimeSpan.FromSeconds(75); // a scheduler's program, and what was being submitted

    /// <summary>Where a cluster may have jobs, a person is asked about them, and its scheduler may be slow to cancel them.</summary>
    public static TimeSpan Of(ParseResult parsed) => MayRunElsewhere(parsed) ? Here + LeftJobs.Patience + ToCancel : Here;

    private static bool MayRunElsewhere(ParseResult parsed)
    {
        CommandResult command = parsed.CommandResult;
        if (command.Command.Options.FirstOrDefault(option => option.Name == ExecutorOptions.Name) is not Option<string?> executor)
        {
            return false;
        }

        return parsed.GetValue(executor) is { } name
            ? name != ExecutorSettings.Local
            : Checkout.Above(Directory.GetCurrentDirectory()) is { } root
                && File.Exists(Path.Combine(root, ExecutorSettings.File));
    }
}
