using System.Diagnostics;
using Research.Data.Store;
using Research.Numerics;
using Research.Pipeline.Planning;
using Research.Pipeline.Store;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>One step while it is brought up to date: it holds the lock of its fingerprint, so that nobody else makes the same.</summary>
internal sealed class Making : IDisposable
{
    private readonly Project _project;
    private readonly Plan _plan;
    private readonly FileStream _lock;
    private readonly Stopwatch _clock = new();
    private Staging? _staging;
    private bool _damaged;

    private Making(Project project, Plan plan, Step step, FileStream held) =>
        (_project, _plan, Step, _lock) = (project, plan, step, held);

    public Step Step { get; }

    /// <summary>What the worker is given; null before it is staged.</summary>
    public JobItem? Item { get; private set; }

    public bool HasBegun => _clock.IsRunning;

    public bool IsDone { get; private set; }

    public double Seconds => _clock.Elapsed.TotalSeconds;

    /// <summary>Takes the lock of the step's fingerprint.</summary>
    /// <param name="wait">Whether to wait for it.</param>
    /// <returns>Null where another holds it and nobody waits.</returns>
    public static async Task<Making?> LockAsync(Project project, Plan plan, Step step, bool wait, CancellationToken cancellation)
    {
        string path = project.Store.LockOf(step.Fingerprint!.Id);
        FileStream? held = wait ? await StoreLock.TakeAsync(path, cancellation) : StoreLock.TryTake(path);
        return held is null ? null : new Making(project, plan, step, held);
    }

    /// <summary>Publishes what the store has, as planned or because another run has made it meanwhile; null where it must be made.</summary>
    public StepResult? Restore()
    {
        if (Step.Target is DatasetTarget { IsInput: true })
        {
            return null; // it is fetched
        }

        if (_project.Store.Find(Step.Fingerprint!.Id) is not { } found || !Publishing.Publish(_project, _plan, Step, found))
        {
            _damaged = _project.Store.IsDamaged(Step.Fingerprint.Id);
            return null;
        }

        IsDone = true;
        _project.Store.Use(found);
        _project.KeepTexts(Step);
        string message = Step.State == StepState.Restore ? Step.Reason : "another run has made it";
        return new StepResult(Step, StepEnd.Restored, message, 0);
    }

    /// <summary>Lays out a fresh folder for it.</summary>
    public void Stage()
    {
        _staging = _project.Store.Stage();
        Item = JobSpecs.Item(_project, _plan, Step, _staging.Path);
        Directory.CreateDirectory(Item.Folder);
    }

    public void Begin() => _clock.Start();

    /// <summary>How it ended where the run was stopped.</summary>
    public StepResult Stop()
    {
        bool saved = HasBegun && Directory.Exists(Item!.Checkpoints) && Directory.EnumerateFiles(Item.Checkpoints).Any();
        string message =
            saved ? "stopped; it goes on from its last checkpoint"
            : HasBegun ? "stopped; the next run begins it again"
            : "not begun";
        return new StepResult(Step, StepEnd.Stopped, message, Seconds) { HasCheckpoint = saved };
    }

    /// <summary>Takes what was made into the store and publishes it.</summary>
    public StepResult End(WorkerReport report, int threads)
    {
        IsDone = true;
        try
        {
            string? error = report.Error ?? Keep(report, threads);
            StepEnd end =
                report.Unavailable ? StepEnd.Unavailable
                : error is null ? StepEnd.Made
                : StepEnd.Failed;
            return new StepResult(Step, end, error ?? (_damaged ? Step.DamagedReason : Step.Reason), report.Seconds);
        }
        catch (Exception error) when (error is ResearchException or IOException or UnauthorizedAccessException)
        {
            return new StepResult(Step, StepEnd.Failed, WriteFailure.Told(error, _project.Settings), report.Seconds);
        }
        finally
        {
            Dispose();
        }
    }

    public void Dispose()
    {
        _staging?.Dispose();
        _staging = null;
        _lock.Dispose();
    }

    private string? Keep(WorkerReport report, int threads)
    {
        string[] changed =
        [
            .. _project.Fingerprinter.ChangedSince(Step.Target, Step.Fingerprint!),
            .. ChangedData.Of(_project, _plan, Step),
        ];
        if (changed.Length > 0)
        {
            return $"what it is made from changed while it ran ({string.Join(", ", changed)}); nothing was kept, run again.";
        }

        var manifest = new Manifest
        {
            Target = Step.Target.Name,
            Fingerprint = Step.Fingerprint!.Id,
            Outputs = [.. Output.In(Item!.Folder)],
            Seconds = report.Seconds,
            PeakBytes = report.PeakBytes,
            Threads = threads,
            Device = report.Device,
        };
        _project.Store.Put(manifest, Step.Fingerprint, Item.Folder);
        if (!Publishing.Publish(_project, _plan, Step, manifest))
        {
            return "its outputs were damaged on their way into the store; run again.";
        }

        _project.KeepTexts(Step);
        if (Directory.Exists(Item.Checkpoints))
        {
            Directory.Delete(Item.Checkpoints, recursive: true);
        }

        return null;
    }
}
