using System.CommandLine;
using Research.Cli.Commands;
using Research.Data;
using Research.Pipeline;
using Research.Pipeline.Executors;
using Research.Pipeline.Runs;

namespace Research.Cli.Projects;

/// <summary>--executor and its companions, over what executor.json says.</summary>
internal sealed class ExecutorOptions
{
    /// <summary>The option that says where.</summary>
    public const string Name = "--executor";

    private readonly Option<string?> _executor = new Option<string?>(Name)
    {
        Description = "Where trainings and feature sets are made: local (default), slurm, or command; docs/cluster.md.",
    }.AcceptOnlyFromAmong([.. ExecutorSettings.Names]);

    private readonly Option<string?> _place = new("--place")
    {
        Description = "A folder that this machine and the nodes see, by which jobs and results pass.",
    };

    private readonly Option<string?> _submit = new("--submit")
    {
        Description = "Shell command that submits {command} and prints the job's id last.",
    };

    private readonly Option<string?> _poll = new("--poll")
    {
        Description = "Shell command that prints a line 'ID STATE' for each of {ids}.",
    };

    private readonly Option<string?> _cancel = new("--cancel") { Description = "Shell command that ends {ids}." };

    public void AddTo(Command command)
    {
        command.Add(_executor);
        command.Add(_place);
        command.Add(_submit);
        command.Add(_poll);
        command.Add(_cancel);
    }

    /// <summary>What the options say over the checkout's file.</summary>
    /// <param name="root">The checkout.</param>
    public ExecutorSettings SettingsOf(ParseResult parsed, string root)
    {
        var file = ExecutorSettings.Of(root);
        return (
            file with
            {
                Executor = parsed.GetValue(_executor) ?? file.Executor,
                Place = parsed.GetValue(_place) ?? file.Place,
                Submit = parsed.GetValue(_submit) ?? file.Submit,
                Poll = parsed.GetValue(_poll) ?? file.Poll,
                Cancel = parsed.GetValue(_cancel) ?? file.Cancel,
            }
        ).Checked();
    }

    /// <summary>The executor of a project; null for this machine alone.</summary>
    /// <exception cref="UsageException">A device other than the CPU was asked for, and another machine makes the targets.</exception>
    public ClusterExecutor? Of(ParseResult parsed, Project project) =>
        ClusterExecutor.Of(
            OnCpu(SettingsOf(parsed, project.Settings.Root), ChosenDevice.Name),
            project,
            Terminal.Complain,
            LeftJobs.AreCancelled
        );

    /// <summary>The same settings, where the device is one that every node has.</summary>
    /// <param name="device">As --device led to it.</param>
    /// <exception cref="UsageException">It is not, and another machine makes the targets.</exception>
    internal static ExecutorSettings OnCpu(ExecutorSettings settings, string device) =>
        settings.Executor == ExecutorSettings.Local || device == RunSettings.Cpu
            ? settings
            : throw new UsageException(
                $"--device {device}: with --executor {settings.Executor} the nodes compute on the CPU; take --device away. No result depends on it."
            );
}
