using System.CommandLine;
using Research.Pipeline;

namespace Research.Runner;

/// <summary>The command line of a program of studies: the options of a checkout's ./build.sh that a study of one's own needs.</summary>
internal sealed class RunnerOptions
{
    /// <summary>Brings all targets up to date and compares them with their snapshots.</summary>
    public const string Verify = "Verify";

    /// <summary>Brings all targets up to date and takes their tables as snapshots.</summary>
    public const string Accept = "Accept";

    private readonly Option<string> _target = new("--target")
    {
        Description =
            $"{Verify}: brings everything up to date and compares the tables with the snapshots in results/. {Accept}: takes new snapshots. Or a study, an experiment such as Study.Experiment, or report.",
        DefaultValueFactory = _ => Verify,
    };

    private readonly Option<string> _profile = new Option<string>("--profile")
    {
        Description =
            "quick (generated data), paper (the pinned data), sample (a part of paper), or full (paper, and what needs a GPU).",
        DefaultValueFactory = _ => Profiles.Names[0],
    }.AcceptOnlyFromAmong(Profiles.Names);

    private readonly Option<int> _jobs = new("--jobs")
    {
        Description = "Threads at most; results do not depend on it.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private readonly Option<bool> _dryRun = new("--dryrun") { Description = "Print what would run, and why, and stop." };

    private readonly Option<bool> _paranoid = new("--paranoid")
    {
        Description = "Hash every file anew instead of trusting size, times and inode.",
    };

    private readonly Option<string?> _root = new("--root")
    {
        Description =
            "The study's folder: results/ and artifacts/ lie there. By default the first with a datasets.lock here or above, else this one.",
    };

    public RootCommand Command() =>
        new("Runs the studies of this program.") { _target, _profile, _jobs, _dryRun, _paranoid, _root };

    public Asked Of(ParseResult parsed) =>
        new()
        {
            Target = parsed.GetValue(_target)!,
            Profile = Profiles.Of(parsed.GetValue(_profile)!),
            Jobs = parsed.GetValue(_jobs),
            DryRun = parsed.GetValue(_dryRun),
            Paranoid = parsed.GetValue(_paranoid),
            Root = Path.GetFullPath(parsed.GetValue(_root) ?? Checkout.Above(Directory.GetCurrentDirectory()) ?? "."),
        };
}

/// <summary>What a command line asks for.</summary>
internal sealed record Asked
{
    public required string Target { get; init; }

    public required Profile Profile { get; init; }

    /// <summary>Threads at most, over all workers.</summary>
    public required int Jobs { get; init; }

    public required bool DryRun { get; init; }

    public required bool Paranoid { get; init; }

    /// <summary>Full path of the folder of the study.</summary>
    public required string Root { get; init; }

    public bool Accepts => IsTask(RunnerOptions.Accept);

    /// <summary>Names that the engine resolves.</summary>
    public string[] Targets => Accepts || IsTask(RunnerOptions.Verify) ? ["all"] : [Target];

    private bool IsTask(string name) => string.Equals(Target, name, StringComparison.OrdinalIgnoreCase);
}
