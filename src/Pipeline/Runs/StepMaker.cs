using System.Diagnostics;
using Research.Data;
using Research.Data.Store;
using Research.Numerics;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Planning;
using Research.Pipeline.Store;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>Brings one target up to date: restores it, or makes it while nobody else does.</summary>
internal sealed class StepMaker(Project project, IExecutor executor, RunSettings settings, IRunObserver observer)
{
    public async Task<StepResult> BringAsync(Plan plan, Step step, Grant grant, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        observer.Started(step);
        try
        {
            (StepEnd end, string message) = await BringAsync(plan, step, grant, clock, cancellation);
            return new StepResult(step, end, message, clock.Elapsed.TotalSeconds);
        }
        catch (OperationCanceledException)
        {
            return new StepResult(
                step,
                StepEnd.Stopped,
                "stopped; it goes on from its last checkpoint",
                clock.Elapsed.TotalSeconds
            );
        }
        catch (Exception error) when (error is ResearchException or IOException or UnauthorizedAccessException)
        {
            return new StepResult(step, StepEnd.Failed, error.Message, clock.Elapsed.TotalSeconds);
        }
    }

    private async Task<(StepEnd End, string Message)> BringAsync(
        Plan plan,
        Step step,
        Grant grant,
        Stopwatch clock,
        CancellationToken cancellation
    )
    {
        Fingerprint fingerprint = step.Fingerprint!;
        await using FileStream held = await StoreLock.TakeAsync(project.Store.LockOf(fingerprint.Id), cancellation);
        bool fetches = step.Target is DatasetTarget { IsInput: true };
        if (!fetches && project.Store.Find(fingerprint.Id) is { } found && Publish(plan, step, found))
        {
            // Planned, or made meanwhile by another run.
            return (StepEnd.Restored, step.State == StepState.Restore ? step.Reason : "another run has made it");
        }

        WorkerReport report = await MakeAsync(plan, step, grant, clock, cancellation);
        return report switch
        {
            { Unavailable: true } => (StepEnd.Unavailable, report.Error!),
            { Error: { } error } => (StepEnd.Failed, error),
            _ => (StepEnd.Made, step.Reason),
        };
    }

    private async Task<WorkerReport> MakeAsync(Plan plan, Step step, Grant grant, Stopwatch clock, CancellationToken cancellation)
    {
        using Staging staging = project.Store.Stage();
        FrozenPlan frozen = Freezer.Freeze(project, settings, plan, step, grant.Threads, staging.Path);
        Directory.CreateDirectory(frozen.Folder);
        WorkerReport report = await executor.RunAsync(
            step.Target,
            frozen,
            grant,
            share => observer.Progress(step, share),
            cancellation
        );
        if (report.Error is not null)
        {
            return report;
        }

        IReadOnlyList<string> changed = project.Fingerprinter.ChangedSince(step.Target, step.Fingerprint!);
        changed = [.. changed, .. ChangedData(plan, step)];
        if (changed.Count > 0)
        {
            return report with
            {
                Error = $"what it is made from changed while it ran ({string.Join(", ", changed)}); nothing was kept, run again.",
            };
        }

        var manifest = new Manifest
        {
            Target = step.Target.Name,
            Fingerprint = step.Fingerprint!.Id,
            Outputs = [.. Output.In(frozen.Folder)],
            Seconds = clock.Elapsed.TotalSeconds,
            PeakBytes = report.PeakBytes,
            Threads = frozen.Threads,
        };
        project.Store.Put(manifest, step.Fingerprint, frozen.Folder);
        if (!Publish(plan, step, manifest))
        {
            return report with { Error = "its outputs were damaged on their way into the store; run again." };
        }

        Forget(project.Store.CheckpointsOf(step.Fingerprint.Id));
        return report;
    }

    private bool Publish(Plan plan, Step step, Manifest manifest)
    {
        if (step.Target.Folder is not null)
        {
            IReadOnlyDictionary<string, Fingerprint> made = plan.FingerprintsUpTo(step.Target.Name);
            bool whole = project.Workspace.Publish(step.Target, manifest, made, project.Store);
            foreach ((string upstream, Fingerprint fingerprint) in made.Where(_ => whole))
            {
                project.Workspace.SetLast(plan[upstream].Target, fingerprint.Id); // so that why can tell, where nothing upstream was made here
            }

            return whole;
        }

        project.Workspace.SetLast(step.Target, manifest.Fingerprint);
        return true;
    }

    // A dataset upstream was hashed before; it must be the same after.
    private IEnumerable<string> ChangedData(Plan plan, Step step)
    {
        foreach (Step up in step.Target.Upstream.Select(name => plan[name]))
        {
            if (
                up.Target is DatasetTarget { Dataset: PinnedDataset pinned }
                && project.Inputs.Store.StateOf(project.Inputs.Pins.Find(pinned.Id)) != DatasetState.Verified
            )
            {
                yield return $"dataset {pinned.Id}";
            }
            else if (up.Target is DatasetTarget { Dataset: FolderDataset })
            {
                foreach (string part in project.Fingerprinter.ChangedSince(up.Target, up.Fingerprint!))
                {
                    yield return part;
                }
            }
        }
    }

    private static void Forget(string checkpoints)
    {
        if (Directory.Exists(checkpoints))
        {
            Directory.Delete(checkpoints, recursive: true);
        }
    }
}
