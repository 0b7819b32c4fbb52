using Cake.Core;
using Research.Build.Display;
using Research.Data.Locking;
using Research.Data.Store;
using Research.Pipeline;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;
using Research.Results.Snapshots;

namespace Research.Build.Runs;

/// <summary>What the tasks share: options, the display, the engine's run, and what happened so far.</summary>
internal sealed class BuildContext(
    ICakeContext context,
    BuildOptions options,
    IDisplay display,
    Project project,
    EngineRun engine,
    CancellationToken cancellation
) : CakeContextAdapter(context)
{
    public BuildOptions Options => options;

    public IDisplay Display => display;

    public CancellationToken Cancellation => cancellation;

    public Project Project => project;

    public EngineRun Engine => engine;

    /// <summary>The checkout.</summary>
    public string Root => project.Settings.Root;

    public string Artifacts => project.Settings.Artifacts;

    public string Snapshots => Path.Combine(Root, "results");

    /// <summary>The committed results of the profile.</summary>
    public string SnapshotsOfProfile => Path.Combine(Snapshots, options.Profile.Name());

    /// <summary>What the profile's runs published.</summary>
    public string ArtifactsOfProfile => Path.Combine(Artifacts, options.Profile.Name());

    public DatasetLock Pins => project.Inputs.Pins;

    public DatasetStore Store => project.Inputs.Store;

    /// <summary>Experiments whose tables are up to date, in order.</summary>
    public List<TablesTarget> Published { get; } = [];

    /// <summary>Studies whose published figures were compared.</summary>
    public List<string> Claims { get; } = [];

    /// <summary>Targets that failed, and why.</summary>
    public List<(string Target, string Reason)> Failures { get; } = [];

    /// <summary>Targets whose data cannot be had, and what to do.</summary>
    public List<(string Target, string Reason)> Unavailable { get; } = [];

    /// <summary>Differences from the snapshots that Verify found.</summary>
    public List<(string Target, Drift Drift)> Drifts { get; } = [];

    /// <summary>The last line of the output, where a task has one.</summary>
    public string? ClosingLine { get; set; }

    /// <summary>Whether the person stopped the run.</summary>
    public bool Stopped { get; private set; }

    public int Code =>
        Stopped ? ExitCodes.Stopped
        : Unavailable.Count > 0 && Published.Count == 0 ? ExitCodes.Unavailable
        : Failures.Count > 0 ? ExitCodes.Failure
        : Drifts.Count > 0 ? ExitCodes.Drift
        : Unavailable.Count > 0 ? ExitCodes.Unavailable
        : ExitCodes.Well;

    /// <summary>The snapshots that this profile's tables are compared with.</summary>
    /// <remarks>A sample has none of its own: it is a part of paper. Profile full has paper's until its own are taken: it differs only in what needs a GPU.</remarks>
    public string ComparedSnapshots =>
        options.Profile == Profile.Sample || (options.Profile == Profile.Full && !Directory.Exists(SnapshotsOfProfile))
            ? Path.Combine(Snapshots, Profile.Paper.Name())
            : SnapshotsOfProfile;

    /// <summary>Where the snapshot lies that an experiment's tables are compared with.</summary>
    public string SnapshotOf(TablesTarget tables) =>
        Path.Combine(ComparedSnapshots, tables.Experiment.Study, tables.Experiment.Name);

    /// <summary>Writes down how a target ended; true where it ended well.</summary>
    public bool Take(StepResult result)
    {
        string target = result.Target.Split(':')[0]; // an experiment's tables by its name

        switch (result.End)
        {
            case StepEnd.Failed or StepEnd.Blocked:
                Failures.Add((target, result.Message));
                break;
            case StepEnd.Unavailable:
                Unavailable.Add((target, result.Message));
                break;
            case StepEnd.Stopped:
                Stopped = true;
                break;
            default:
                break;
        }

        return result.IsWell;
    }
}
