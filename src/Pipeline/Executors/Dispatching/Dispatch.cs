using System.Collections.Concurrent;
using System.Globalization;
using Research.Numerics;
using Research.Pipeline.Executors.Exchange;

namespace Research.Pipeline.Executors.Dispatching;

/// <summary>Brings works to a scheduler and back, in rounds: submits waves, asks how all stand in one call, takes what has a record, and decides what to do with the rest.</summary>
/// <remarks>It has no thread and no clock of its own, so that a simulation drives it as a run does. A record in the exchange decides, never the scheduler's word.</remarks>
/// <param name="tell">Receives a line for a person.</param>
internal sealed class Dispatch(
    IScheduler scheduler,
    IOutcomes outcomes,
    DispatchSettings settings,
    TimeProvider clock,
    Action<string> tell
)
{
    private readonly ConcurrentQueue<Work> _incoming = new();
    private readonly List<Work> _waiting = [];
    private readonly HashSet<Work> _open = [];
    private DateTimeOffset _nextPoll;
    private DateTimeOffset _nextSubmission;
    private Refused? _refused;
    private string? _silent;
    private string? _unread;
    private string? _nameless;

    /// <summary>Jobs that are with the scheduler.</summary>
    public IReadOnlyCollection<Work> Open => _open;

    /// <summary>Works that wait, run or are to be submitted.</summary>
    public int Unfinished => _incoming.Count + _waiting.Count + _open.Count;

    public bool IsIdle => Unfinished == 0;

    /// <summary>Adds a work; one with the id of a job that is under way is adopted. From any thread.</summary>
    public void Add(Work work) => _incoming.Enqueue(work);

    /// <summary>One round.</summary>
    /// <returns>When the next is due.</returns>
    public DateTimeOffset Step()
    {
        DateTimeOffset now = clock.GetUtcNow();
        Receive(now);
        if (_open.Count > 0 && now >= _nextPoll)
        {
            Poll(now);
            _nextPoll = now + settings.Poll;
        }

        if (now >= _nextSubmission && NextWave(now) is { Count: > 0 } wave)
        {
            Submit(wave, now);
        }

        return Due(now);
    }

    /// <summary>Ends all that is with the scheduler.</summary>
    /// <exception cref="SchedulerException">It does not answer.</exception>
    public void CancelAll()
    {
        string[] ids = [.. _open.Select(work => work.TaskId!).Distinct()];
        if (ids.Length > 0)
        {
            scheduler.Cancel(ids);
        }

        foreach (Work work in _open)
        {
            outcomes.Forget(work);
        }
    }

    private DateTimeOffset Due(DateTimeOffset now)
    {
        DateTimeOffset due = now + settings.Poll;
        if (_waiting.Count > 0)
        {
            DateTimeOffset gathered = _waiting[0].Since + settings.Gather;
            due = Min(due, gathered > _nextSubmission ? gathered : _nextSubmission);
        }

        return _open.Count > 0 ? Min(due, _nextPoll) : due;
    }

    private void Receive(DateTimeOffset now)
    {
        while (_incoming.TryDequeue(out Work? work))
        {
            if (work.TaskId is not null)
            {
                _open.Add(work);
                continue;
            }

            Wait(work, now);
        }

        if (_nameless is not null)
        {
            FailWaiting(_nameless);
        }
    }

    private void Wait(Work work, DateTimeOffset now)
    {
        work.Since = now;
        _waiting.Add(work);
    }

    // The oldest, and those that ask for the same of a machine.
    private List<Work> NextWave(DateTimeOffset now)
    {
        if (_waiting.Count == 0)
        {
            return [];
        }

        if (_refused is { } refused)
        {
            return refused.Works;
        }

        Resources asked = _waiting[0].Resources;
        var wave = _waiting.Where(work => work.Resources == asked).Take(scheduler.MostJobs).ToList();
        return wave.Count == scheduler.MostJobs || now - _waiting[0].Since >= settings.Gather ? wave : [];
    }

    private void Submit(List<Work> works, DateTimeOffset now)
    {
        _nextSubmission = now + settings.BetweenSubmissions;
        try
        {
            Wave wave = _refused?.Wave ?? WaveOf(works);
            IReadOnlyList<string> ids = (_refused?.Wave is null ? null : scheduler.Find(wave)) ?? SubmitNoting(works, wave);
            _refused = null;
            var gone = works.ToHashSet();
            _waiting.RemoveAll(gone.Contains);
            for (int i = 0; i < works.Count; i++)
            {
                (works[i].TaskId, works[i].Since) = (ids[i], now);
                _open.Add(works[i]);
            }

            Remember(works);

            _nextPoll = Min(_nextPoll == default ? now + settings.Poll : _nextPoll, now + settings.Poll);
        }
        catch (NamelessJobException error)
        {
            _nameless = $"could not be submitted: {error.Message}";
            FailWaiting(_nameless); // each would run twice, and the next ones too
        }
        catch (Exception error) when (error is ResearchException or IOException or UnauthorizedAccessException)
        {
            Refuse(works, error.Message, now);
        }
    }

    // They are with the scheduler, whatever can be written here.
    private void Remember(List<Work> works)
    {
        try
        {
            works.ForEach(outcomes.Remember);
        }
        catch (Exception error) when (error is ResearchException or IOException or UnauthorizedAccessException)
        {
            tell(
                $"It cannot be written down which jobs {scheduler.Name} has: {error.Message} A run that is started later will not find them."
            );
        }
    }

    // What is left behind costs room and nothing else.
    private void Forget(Work work)
    {
        try
        {
            outcomes.Forget(work);
        }
        catch (Exception error) when (error is ResearchException or IOException or UnauthorizedAccessException)
        {
            tell($"Files of a job that has ended are left: {error.Message}");
        }
    }

    private IReadOnlyList<string> SubmitNoting(List<Work> works, Wave wave)
    {
        _refused = new Refused(works, wave, _refused?.Count ?? 0);
        return scheduler.Submit(wave);
    }

    private Wave WaveOf(List<Work> works)
    {
        foreach (Work work in works)
        {
            work.Submission = Guid.NewGuid().ToString("N");
            work.Job = outcomes.Publish(work);
        }

        string[] jobs = [.. works.Select(work => work.Job)];
        return new Wave(outcomes.PublishWave(jobs), works[0].Resources, jobs);
    }

    // It counts against no trial: nothing of theirs has run.
    private void Refuse(List<Work> works, string why, DateTimeOffset now)
    {
        int count = (_refused?.Count ?? 0) + 1;
        _refused = new Refused(works, _refused?.Wave, count);
        double pause = Math.Min(300, 1 << Math.Min(count, 9));
        _nextSubmission = now + TimeSpan.FromSeconds(pause);
        if (count == 1)
        {
            tell($"{scheduler.Name} did not take {works.Count} jobs: {why} It is tried again.");
        }

        if (count >= settings.MostRefusals && _open.Count == 0) // what still runs may be why no more are taken
        {
            FailWaiting(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"could not be submitted: {scheduler.Name} refused {count} times in a row: {why}"
                )
            );
        }
    }

    private void FailWaiting(string why)
    {
        foreach (WorkItem item in _waiting.SelectMany(work => work.Items))
        {
            outcomes.Fail(item, why);
        }

        _waiting.Clear();
        _refused = null;
    }

    private void Poll(DateTimeOffset now)
    {
        IReadOnlyDictionary<string, TaskState> states;
        try
        {
            states = scheduler.Poll([.. _open.Select(work => work.TaskId!).Distinct()]);
            _silent = null;
        }
        catch (SchedulerException error)
        {
            if (_silent is null)
            {
                tell($"{error.Message} The jobs are left as they are, and it is asked again.");
            }

            _silent = error.Message;
            return;
        }

        Work[] ended = [.. _open.Where(work => HasEnded(work, states.GetValueOrDefault(work.TaskId!), now))];
        Taken[] taken = new Taken[ended.Length];
        Parallel.For(0, ended.Length, new() { MaxDegreeOfParallelism = 8 }, i => taken[i] = TakeFrom(ended[i]));
        for (int i = 0; i < ended.Length; i++)
        {
            Settle(ended[i], taken[i], now);
        }
    }

    private Taken TakeFrom(Work work)
    {
        try
        {
            return outcomes.Take(work);
        }
        catch (Exception error) when (error is ResearchException or IOException or UnauthorizedAccessException)
        {
            return new Taken([], null, "") { Unreadable = error.Message };
        }
    }

    private void Unread(string why)
    {
        if (_unread is null)
        {
            tell(
                $"What ended jobs gave cannot be read: {why} It is looked for again, and nothing of it runs a second time meanwhile."
            );
        }

        _unread = why;
    }

    private bool HasEnded(Work work, TaskState? state, DateTimeOffset now)
    {
        if (state is null)
        {
            // A scheduler shows a job a moment after it took it, and may miss one once.
            if (++work.Missed < 2 || now - work.Since < 2 * settings.Poll)
            {
                return false;
            }

            state = work.State is { Phase: TaskPhase.Ended }
                ? work.State
                : TaskState.Ended(Ending.Unknown, "the scheduler no longer knows it");
        }
        else
        {
            work.Missed = 0;
        }

        work.State = state;
        if (state.Phase != TaskPhase.Ended)
        {
            outcomes.Told(work);
            return false;
        }

        work.EndSeen ??= now;
        return true;
    }

    private void Settle(Work work, Taken taken, DateTimeOffset now)
    {
        work.Drop(taken.Done);
        if (work.Items.Count == 0)
        {
            _open.Remove(work);
            Forget(work);
            return;
        }

        if (taken.Unreadable is { } unreadable)
        {
            Unread(unreadable);
            return; // a result that cannot be read is none that is missing
        }

        _unread = null;
        if (taken.Ending is null && now - work.EndSeen < settings.Late)
        {
            return; // its records may still appear
        }

        _open.Remove(work);
        Again(work, taken.Ending ?? work.State!.Ending, taken.Why, now);
    }

    private void Again(Work work, Ending ending, string why, DateTimeOffset now)
    {
        string told = string.Join(' ', new[] { work.State!.Told, why }.Where(part => part.Length > 0));
        string log = outcomes.LogOf(work);
        Forget(work);

        // Only the one that was being made can be at fault, unless the job was lost for no fault of anybody's.
        bool blames = ending is not (Ending.Preempted or Ending.Node or Ending.Cancelled or Ending.Unknown);
        if (blames && work.SplitRest() is { } rest)
        {
            Wait(rest, now);
        }

        work.Endings[ending] = work.Endings.GetValueOrDefault(ending) + 1;
        (Resources? next, string? failure) = RetryRules.After(work, ending, told, settings);
        if (next is null)
        {
            string lines = log.Length > 0 ? "\nLast lines of its log:\n" + log : "";
            foreach (WorkItem item in work.Items)
            {
                outcomes.Fail(item, $"the job {failure}{lines}");
            }

            return;
        }

        tell($"{work.Items[0].Target}{More(work)}: {Words(ending)} ({told}); submitted again.");
        work.Again(next);
        Wait(work, now);
    }

    private static string More(Work work) =>
        work.Items.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {work.Items.Count - 1} more");

    private static string Words(Ending ending) =>
        ending switch
        {
            Ending.Preempted => "preempted",
            Ending.Node => "lost with its machine",
            Ending.Memory => "out of memory",
            Ending.Time => "out of time",
            Ending.Cancelled => "cancelled",
            Ending.Killed => "killed",
            Ending.Unknown => "lost",
            _ => "ended without a record",
        };

    private static DateTimeOffset Min(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    // A wave whose submission failed: it may have arrived nevertheless, so it stays the same wave.
    private sealed record Refused(List<Work> Works, Wave? Wave, int Count);
}
