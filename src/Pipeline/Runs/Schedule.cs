using Research.Pipeline.Planning;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>Which steps can begin, in which order and together with which others; and how those ended that are over.</summary>
internal sealed class Schedule
{
    private readonly Plan _plan;
    private readonly Project _project;
    private readonly RunSettings _settings;
    private readonly Durations _durations;
    private readonly IReadOnlyDictionary<string, double> _path;
    private readonly Dictionary<string, StepResult> _results = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _missing = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Step>> _downstream = new(StringComparer.OrdinalIgnoreCase);
    private readonly PriorityQueue<Step, (double, int)> _ready = new();
    private readonly PriorityQueue<Step, (double, int)> _readyElsewhere = new();
    private readonly Queue<Step> _unsettled = new();
    private readonly HashSet<string> _alone = new(StringComparer.OrdinalIgnoreCase);
    private int _arrivals;

    public Schedule(Plan plan, Project project, RunSettings settings)
    {
        (_plan, _project, _settings, _durations) = (plan, project, settings, new Durations(project));
        _path = CriticalPath.Of(plan, _durations);
        foreach (Step step in plan.Needed)
        {
            string[] upstream = [.. Upstream(step)];
            _missing.Add(step.Target.Name, upstream.Length);
            foreach (string name in upstream)
            {
                if (!_downstream.TryGetValue(name, out List<Step>? below))
                {
                    _downstream.Add(name, below = []);
                }

                below.Add(step);
            }

            if (upstream.Length == 0)
            {
                _unsettled.Enqueue(step);
            }
        }
    }

    /// <summary>Steps that could begin on this machine.</summary>
    public int ReadyCount => _ready.Count;

    /// <summary>One a needed step, in the plan's order.</summary>
    public IReadOnlyList<StepResult> Results => [.. _plan.Needed.Select(step => _results[step.Target.Name])];

    /// <summary>Ends the steps with nothing to do and those that can no longer be done; the others that wait for nothing become ready.</summary>
    public IEnumerable<StepResult> Settle(bool stopped)
    {
        if (stopped)
        {
            while (_ready.TryDequeue(out Step? step, out _) || _readyElsewhere.TryDequeue(out step, out _))
            {
                _unsettled.Enqueue(step);
            }
        }

        while (_unsettled.TryDequeue(out Step? planned))
        {
            Step step = stopped ? planned : WithoutMissing(planned);
            if (Settled(step, stopped) is { } result)
            {
                End(result);
                yield return result;
            }
            else
            {
                Enqueue(step);
            }
        }
    }

    /// <summary>Notes how a step ended; what waited for nothing else is to be settled next.</summary>
    public void End(StepResult result)
    {
        _results.Add(result.Target, result);
        _durations.Add(result);
        foreach (Step below in _downstream.GetValueOrDefault(result.Target) ?? [])
        {
            if (--_missing[below.Target.Name] == 0)
            {
                _unsettled.Enqueue(below);
            }
        }
    }

    /// <summary>Puts back steps that were not begun; each is then made by itself.</summary>
    public void TryAgain(IReadOnlyList<Step> steps)
    {
        foreach (Step step in steps)
        {
            _alone.Add(step.Target.Name);
            Enqueue(step);
        }
    }

    /// <summary>The next steps for one worker of this machine; null where none is ready or none fits into the memory.</summary>
    public Batch? Next(IReadOnlyList<Batch> running)
    {
        long used = running.Sum(batch => batch.MemoryBytes);
        var skipped = new List<Step>();
        Batch? batch = null;
        while (batch is null && _ready.TryDequeue(out Step? step, out _))
        {
            long memory = MemoryOf(step);
            if (running.Count == 0 || used + memory <= _settings.MemoryBytes)
            {
                batch = Fill(step, memory, used, _ready, BatchBounds.Here(_settings.Jobs));
            }
            else
            {
                skipped.Add(step);
            }
        }

        skipped.ForEach(Enqueue);
        return batch;
    }

    /// <summary>The next steps for one job on other machines; null where none is ready. Their memory is not this machine's.</summary>
    public Batch? NextElsewhere() =>
        _settings.Elsewhere is { } elsewhere && _readyElsewhere.TryDequeue(out Step? step, out _)
            ? Fill(step, MemoryOf(step), long.MinValue, _readyElsewhere, BatchBounds.There(elsewhere)) with
            {
                IsElsewhere = true,
                Budget = new ThreadBudget(elsewhere.Cores),
            }
            : null;

    // Short steps that are ready go along, so many that all workers have their share.
    private Batch Fill(Step first, long memory, long used, PriorityQueue<Step, (double, int)> ready, BatchBounds bounds)
    {
        var steps = new List<Step> { first };
        double? seconds = Expected(first);
        int most = bounds.Most(ready.Count + 1);
        var skipped = new List<Step>();
        while (seconds < bounds.Seconds && steps.Count < most && ready.TryDequeue(out Step? step, out _))
        {
            long larger = Math.Max(memory, MemoryOf(step));
            if (Expected(step) is { } more && seconds + more <= bounds.Seconds && used + larger <= _settings.MemoryBytes)
            {
                steps.Add(step);
                (seconds, memory) = (seconds + more, larger);
            }
            else
            {
                skipped.Add(step);
                if (skipped.Count > _settings.Jobs)
                {
                    break; // what follows is longer, or unknown too
                }
            }
        }

        skipped.ForEach(Enqueue);
        return new Batch(steps, memory, _path[first.Target.Name]);
    }

    // Null for what goes by itself: restored, fetched, not begun before, or of a kind that nobody has timed.
    private double? Expected(Step step) =>
        step.State != StepState.Run || step.Target is DatasetTarget || _alone.Contains(step.Target.Name)
            ? null
            : _durations.Of(step.Target);

    private long MemoryOf(Step step) => step.State == StepState.Run ? _project.MemoryOf(step.Target) : 0;

    private void Enqueue(Step step) =>
        (_settings.Elsewhere is not null && Elsewhere.Takes(step) ? _readyElsewhere : _ready).Enqueue(
            step,
            (-_path[step.Target.Name], _arrivals++)
        );

    // Only a step that is made reads what is upstream.
    private IEnumerable<string> Upstream(Step step) =>
        step.State == StepState.Run ? step.Upstream.Where(name => _plan[name].State != StepState.Unneeded) : [];

    // As planned, or of those that could be made, where the target is content with them.
    private Step WithoutMissing(Step step)
    {
        if (!step.Target.LeavesOutMissing || step.State != StepState.Run)
        {
            return step;
        }

        string[] all = [.. step.Upstream];
        string[] left = [.. all.Where(name => _results.GetValueOrDefault(name) is not { IsWell: false })];
        return left.Length == 0 || left.Length == all.Length ? step : _project.StepOf(_plan, step, left);
    }

    private StepResult? Settled(Step step, bool stopped)
    {
        StepResult? bad = Upstream(step)
            .Select(name => _results.GetValueOrDefault(name))
            .FirstOrDefault(result => result is { IsWell: false });
        return step.State switch
        {
            StepState.UpToDate => new StepResult(step, StepEnd.UpToDate, step.Reason, 0),
            StepState.Unavailable => new StepResult(step, StepEnd.Unavailable, step.Reason, 0),
            _ when stopped => new StepResult(step, StepEnd.Stopped, "not begun", 0),
            _ when bad is { End: StepEnd.Unavailable, Step.Target.Kind: TargetKind.Dataset } => new StepResult(
                step,
                StepEnd.Unavailable,
                $"{bad.Target} cannot be had here (above)",
                0
            ),
            _ when bad is { End: StepEnd.Unavailable } => new StepResult(step, StepEnd.Unavailable, bad.Message, 0),
            _ when bad is not null => new StepResult(step, StepEnd.Blocked, $"skipped: {Cause(bad)}", 0),
            _ => null,
        };
    }

    private static string Cause(StepResult bad) =>
        bad.End == StepEnd.Blocked && bad.Message.StartsWith("skipped: ", StringComparison.Ordinal)
            ? bad.Message["skipped: ".Length..]
            : $"{bad.Target} failed ({bad.Message})";
}
