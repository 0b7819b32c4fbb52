using Research.Pipeline.Planning;

namespace Research.Pipeline.Runs;

/// <summary>Carries out a plan: ready steps in parallel within the bounds, the longest way to the end first; short ones in batches.</summary>
/// <remarks>A step that fails stops only what depends on it.</remarks>
public sealed class Engine(Project project, IExecutor executor, RunSettings settings, IRunObserver observer)
{
    private readonly BatchMaker _maker = new(project, executor, settings, observer);
    private bool _warned;

    /// <returns>One result a needed step, in the plan's order; a stopped run's say so.</returns>
    public async Task<IReadOnlyList<StepResult>> RunAsync(Plan plan, CancellationToken cancellation)
    {
        project.Store.Sweep();
        project.Workspace.Sweep();
        var schedule = new Schedule(plan, project, settings);
        var running = new Dictionary<Task<IReadOnlyList<Step>>, Batch>();
        var gate = new Lock();
        lock (gate)
        {
            Settle(schedule, cancellation);
        }

        while (true)
        {
            lock (gate)
            {
                Start(plan, schedule, running, gate, cancellation);
            }

            if (running.Count == 0)
            {
                break;
            }

            Task<IReadOnlyList<Step>> ended = await Task.WhenAny(running.Keys);
            running.Remove(ended);
            IReadOnlyList<Step> again = await ended;
            lock (gate)
            {
                schedule.TryAgain(again);
                Settle(schedule, cancellation);
            }
        }

        project.Hashes.Save();
        return schedule.Results;
    }

    private void Settle(Schedule schedule, CancellationToken cancellation)
    {
        foreach (StepResult result in schedule.Settle(cancellation.IsCancellationRequested))
        {
            if (result.End == StepEnd.UpToDate && project.Workspace.LastOf(result.Step.Target) != result.Step.Fingerprint!.Id)
            {
                Note(result.Step);
            }

            observer.Ended(result);
        }
    }

    // For a later question why; where it cannot be written, nothing is wrong with what is up to date.
    private void Note(Step step)
    {
        try
        {
            project.Store.Remember(step.Fingerprint!);
            project.Workspace.SetLast(step.Target, step.Fingerprint!.Id);
            project.KeepTexts(step);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (!_warned)
            {
                _warned = true;
                project.Settings.Warn(WriteFailure.Told(error, project.Settings));
            }
        }
    }

    private void Start(
        Plan plan,
        Schedule schedule,
        Dictionary<Task<IReadOnlyList<Step>>, Batch> running,
        Lock gate,
        CancellationToken cancellation
    )
    {
        while (!cancellation.IsCancellationRequested && Next(schedule, running.Values) is { } batch)
        {
            Batch[] sharing = [.. Here(running.Values.Append(batch))];
            Share(sharing, Math.Min(settings.Jobs, sharing.Length + schedule.ReadyCount));
            running.Add(
                Task.Run(
                    () => _maker.BringAsync(plan, batch, result => End(result, schedule, gate), cancellation),
                    CancellationToken.None
                ),
                batch
            );
        }

        Batch[] here = [.. Here(running.Values)];
        Share(here, here.Length);
    }

    private Batch? Next(Schedule schedule, IReadOnlyCollection<Batch> running)
    {
        Batch[] here = [.. Here(running)];
        return (here.Length < settings.Jobs ? schedule.Next(here) : null)
            ?? (running.Count - here.Length < settings.Elsewhere?.Jobs ? schedule.NextElsewhere() : null);
    }

    private static IEnumerable<Batch> Here(IEnumerable<Batch> batches) => batches.Where(batch => !batch.IsElsewhere);

    private void End(StepResult result, Schedule schedule, Lock gate)
    {
        lock (gate)
        {
            schedule.End(result);
        }

        observer.Ended(result);
    }

    // The jobs among the workers, the most urgent first with what does not divide; those soon to start count already.
    private void Share(IReadOnlyList<Batch> batches, int workers)
    {
        int spare = workers == 0 ? 0 : settings.Jobs % workers;
        foreach (Batch batch in batches.OrderByDescending(batch => batch.PathSeconds))
        {
            batch.Budget.Set((settings.Jobs / workers) + (spare-- > 0 ? 1 : 0));
        }
    }
}
