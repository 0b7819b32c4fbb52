using Research.Pipeline.Planning;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>Carries out a plan: ready steps in parallel within the bounds, the longest way to the end first.</summary>
/// <remarks>A step that fails stops only what depends on it.</remarks>
public sealed class Engine(Project project, IExecutor executor, RunSettings settings, IRunObserver observer)
{
    private readonly StepMaker _maker = new(project, executor, settings, observer);

    /// <returns>One result a needed step, in the plan's order; a stopped run's say so.</returns>
    public async Task<IReadOnlyList<StepResult>> RunAsync(Plan plan, CancellationToken cancellation)
    {
        project.Store.Sweep();
        project.Workspace.Sweep();
        var results = new Dictionary<string, StepResult>(StringComparer.OrdinalIgnoreCase);
        var running = new Dictionary<Task<StepResult>, Load>();
        var pending = new List<Step>(plan.Needed);
        IReadOnlyDictionary<string, double> urgency = Urgency.Of(plan, project);
        while (pending.Count > 0 || running.Count > 0)
        {
            Settle(plan, pending, results, cancellation);
            Start(plan, pending, running, results, urgency, cancellation);
            if (running.Count > 0)
            {
                Task<StepResult> ended = await Task.WhenAny(running.Keys);
                running.Remove(ended);
                End(await ended, results);
            }
        }

        project.Hashes.Save();
        return [.. plan.Needed.Select(step => results[step.Target.Name])];
    }

    private void End(StepResult result, Dictionary<string, StepResult> results)
    {
        results.Add(result.Target, result);
        observer.Ended(result);
    }

    // Steps with nothing to do, and steps that can no longer be done; one may settle the next.
    private void Settle(Plan plan, List<Step> pending, Dictionary<string, StepResult> results, CancellationToken cancellation)
    {
        for (int i = 0; i < pending.Count; i++)
        {
            Step step = pending[i];
            if (Settled(plan, step, results, cancellation) is { } result)
            {
                if (result.End == StepEnd.Stayed && project.Workspace.LastOf(step.Target) != step.Fingerprint!.Id)
                {
                    project.Store.Remember(step.Fingerprint);
                    project.Workspace.SetLast(step.Target, step.Fingerprint.Id);
                }

                End(result, results);
                pending.RemoveAt(i--);
            }
        }
    }

    private static StepResult? Settled(
        Plan plan,
        Step step,
        Dictionary<string, StepResult> results,
        CancellationToken cancellation
    )
    {
        StepResult? bad = Needed(plan, step)
            .Select(name => results.GetValueOrDefault(name))
            .FirstOrDefault(result => result is { IsWell: false });
        return step.State switch
        {
            StepState.Stay => new StepResult(step, StepEnd.Stayed, step.Reason, 0),
            StepState.Unavailable => new StepResult(step, StepEnd.Unavailable, step.Reason, 0),
            _ when cancellation.IsCancellationRequested => new StepResult(step, StepEnd.Stopped, "not begun", 0),
            _ when bad is { End: StepEnd.Unavailable, Step.Target.Kind: TargetKind.Dataset } => new StepResult(
                step,
                StepEnd.Unavailable,
                $"{bad.Target} cannot be had here (above)",
                0
            ),
            _ when bad is { End: StepEnd.Unavailable } => new StepResult(step, StepEnd.Unavailable, bad.Message, 0),
            _ when bad is not null => new StepResult(
                step,
                StepEnd.Blocked,
                $"not begun, because {bad.Target} did not end well",
                0
            ),
            _ => null,
        };
    }

    // Only a step that is made reads what is upstream.
    private static IEnumerable<string> Needed(Plan plan, Step step) =>
        step.State == StepState.Run ? step.Target.Upstream.Where(name => plan[name].State != StepState.Unneeded) : [];

    private void Start(
        Plan plan,
        List<Step> pending,
        Dictionary<Task<StepResult>, Load> running,
        Dictionary<string, StepResult> results,
        IReadOnlyDictionary<string, double> urgency,
        CancellationToken cancellation
    )
    {
        Step[] ready =
        [
            .. pending
                .Where(step => Needed(plan, step).All(results.ContainsKey))
                .OrderByDescending(step => urgency[step.Target.Name]),
        ];
        foreach (Step step in cancellation.IsCancellationRequested ? [] : ready)
        {
            long memory = step.State == StepState.Run ? project.MemoryOf(step.Target) : 0;
            bool fits = running.Count == 0 || running.Values.Sum(load => load.Bytes) + memory <= settings.MemoryBytes;
            if (fits && running.Count < settings.Jobs)
            {
                var load = new Load(step, new Grant(1), memory);
                Share([.. running.Values, load], Math.Min(settings.Jobs, running.Count + ready.Length), urgency);
                running.Add(
                    Task.Run(() => _maker.BringAsync(plan, step, load.Grant, cancellation), CancellationToken.None),
                    load
                );
                pending.Remove(step);
            }
        }

        Share([.. running.Values], running.Count, urgency);
    }

    // The jobs among the workers, the most urgent first with what does not divide; those soon to start count already.
    private void Share(IReadOnlyList<Load> loads, int workers, IReadOnlyDictionary<string, double> urgency)
    {
        int spare = workers == 0 ? 0 : settings.Jobs % workers;
        foreach (Load load in loads.OrderByDescending(load => urgency[load.Step.Target.Name]))
        {
            load.Grant.Set((settings.Jobs / workers) + (spare-- > 0 ? 1 : 0));
        }
    }

    private sealed record Load(Step Step, Grant Grant, long Bytes);
}
