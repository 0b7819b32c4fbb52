using System.CommandLine;
using Research.Cli.Commands;
using Research.Data;
using Research.Pipeline.Runs;

namespace Research.Cli.Projects;

/// <summary>--jobs and --memory.</summary>
internal sealed class BoundOptions
{
    private readonly Option<int> _jobs = new("--jobs")
    {
        Description = "Threads at most, over all workers; results do not depend on it.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private readonly Option<double?> _memory = new("--memory")
    {
        Description = "Memory that the workers may need together, GiB; three quarters of the machine's by default.",
    };

    private readonly Option<double?> _interval = new("--checkpoint")
    {
        Description = "Seconds between two saves of a training loop's state; 10 by default, 0 saves every time.",
    };

    public void AddTo(Command command)
    {
        command.Add(_jobs);
        command.Add(_memory);
        command.Add(_interval);
    }

    public RunSettings SettingsOf(ParseResult parsed)
    {
        int jobs = parsed.GetValue(_jobs);
        double? memory = parsed.GetValue(_memory);
        double? interval = parsed.GetValue(_interval);
        return new RunSettings
        {
            Jobs = jobs >= 1 ? jobs : throw new UsageException($"--jobs {jobs}: at least 1 is needed."),
            MemoryBytes =
                memory is null ? RunSettings.StandardMemory
                : memory > 0 ? (long)(memory.Value * (1L << 30))
                : throw new UsageException($"--memory {memory}: more than 0 is needed."),
            CheckpointInterval =
                interval is null ? RunSettings.StandardInterval
                : interval >= 0 ? TimeSpan.FromSeconds(interval.Value)
                : throw new UsageException($"--checkpoint {interval}: at least 0 is needed."),
            Device = ChosenDevice.Name,
        };
    }
}
