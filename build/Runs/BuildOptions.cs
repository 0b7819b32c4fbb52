using Research.Cli.Commands;
using Research.Pipeline;
using Research.Pipeline.Runs;

namespace Research.Build.Runs;

/// <summary>What the command line asks for.</summary>
internal sealed record BuildOptions
{
    public required string Target { get; init; }

    public required Profile Profile { get; init; }

    /// <summary>Threads at most, over all workers.</summary>
    public required int Jobs { get; init; }

    /// <summary>Of a run of the engine.</summary>
    public RunSettings Bounds =>
        new()
        {
            Jobs = Jobs,
            MemoryBytes = RunSettings.StandardMemory,
            CheckpointInterval = RunSettings.StandardInterval,
            Device = ChosenDevice.Name,
        };

    /// <summary>Trust no remembered hash.</summary>
    public required bool Paranoid { get; init; }

    /// <summary>Run the target without what it depends on.</summary>
    public required bool Exclusive { get; init; }
}
