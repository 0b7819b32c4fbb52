using Cake.Core;
using Research.Build.Display;
using Research.Data.Locking;
using Research.Data.Store;
using Research.Pipeline;
using Research.Results.Snapshots;

namespace Research.Build;

/// <summary>What the tasks share: options, the display, the store, and what happened so far.</summary>
public sealed class BuildContext : CakeContextAdapter
{
    public BuildContext(
        ICakeContext context,
        BuildOptions options,
        IDisplay display,
        HttpClient http,
        CancellationToken cancellation
    )
        : base(context)
    {
        (Options, Display, Cancellation) = (options, display, cancellation);
        Root = Checkout.RootAbove(AppContext.BaseDirectory);
        Pins = DatasetLock.Load(Checkout.LockFile(Root));
        Store = DatasetStore.Standard(http);
        Runner = new Runner(new DatasetRoom(Pins, Store), Artifacts);
    }

    public BuildOptions Options { get; }

    public IDisplay Display { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>The checkout.</summary>
    public string Root { get; }

    public string Artifacts => Path.Combine(Root, "artifacts");

    public string Snapshots => Path.Combine(Root, "results");

    public DatasetLock Pins { get; }

    public DatasetStore Store { get; }

    public Runner Runner { get; }

    /// <summary>Experiments that ran, in order.</summary>
    public List<RunOutcome> Outcomes { get; } = [];

    /// <summary>Targets that failed, and why.</summary>
    public List<(string Target, string Reason)> Failures { get; } = [];

    /// <summary>Targets whose data cannot be had, and what to do.</summary>
    public List<(string Target, string Reason)> Unavailable { get; } = [];

    /// <summary>Differences from the snapshots that Verify found.</summary>
    public List<(string Target, Drift Drift)> Drifts { get; } = [];

    /// <summary>The last line of the output, where a task has one.</summary>
    public string? ClosingLine { get; set; }

    public int Code =>
        Unavailable.Count > 0 && Outcomes.Count == 0 ? ExitCodes.Unavailable
        : Failures.Count > 0 ? ExitCodes.Failure
        : Drifts.Count > 0 ? ExitCodes.Drift
        : Unavailable.Count > 0 ? ExitCodes.Unavailable
        : ExitCodes.Well;
}
