using Research.Numerics;
using Research.Pipeline.Executors.Dispatching;
using Research.Pipeline.Runs;

namespace Research.Pipeline.Executors;

/// <summary>Has other machines make jobs, through a scheduler and an exchange. Jobs that an earlier run left behind are adopted.</summary>
public sealed class ClusterExecutor : IExecutor, IDisposable
{
    private readonly ClusterParts _parts;
    private readonly Dispatch _dispatch;
    private readonly Shipping _shipping;
    private readonly Dictionary<string, LedgerJob> _adoptable;
    private readonly AutoResetEvent _wake = new(false);
    private readonly Lazy<Task> _stop;
    private readonly Task _loop;
    private volatile bool _ending;

    internal ClusterExecutor(ClusterParts parts)
    {
        _parts = parts;
        _dispatch = new Dispatch(parts.Scheduler, parts.Outcomes, parts.Patience, TimeProvider.System, parts.Tell);
        _shipping = new Shipping(parts.Exchange, parts.Hashes);
        _adoptable = parts
            .Ledger.All()
            .Where(job => job.Executor == parts.Executor && job.Place == parts.Place)
            .SelectMany(job => job.Items.Select(item => (item.Fingerprint, Job: job)))
            .GroupBy(item => item.Fingerprint)
            .ToDictionary(group => group.Key, group => group.Last().Job);
        _stop = new Lazy<Task>(() => Task.Run(Stop));
        _loop = Task.Factory.StartNew(Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>The executor that the settings name, for a project; null for this machine alone.</summary>
    /// <param name="tell">Receives a line for a person.</param>
    /// <param name="cancels">Asked, with how many jobs are under way, when the run is stopped: whether to cancel them.</param>
    public static ClusterExecutor? Of(ExecutorSettings settings, Project project, Action<string> tell, Func<int, bool> cancels)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Executor == ExecutorSettings.Local
            ? null
            : new ClusterExecutor(ClusterParts.Of(settings.Checked(), project, tell, cancels));
    }

    /// <summary>What a run gives to it.</summary>
    public Elsewhere Elsewhere =>
        new()
        {
            Executor = this,
            Jobs = _parts.Settings.Jobs,
            Cores = _parts.Settings.Cores,
            SecondsPerJob = _parts.Settings.MinutesPerJob * 60,
        };

    public async Task<string?> RunAsync(JobSpec job, ThreadBudget budget, IJobObserver observer, CancellationToken cancellation)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            var awaited = new Awaited(job);
            foreach (Work work in WorksOf(awaited))
            {
                _dispatch.Add(work);
            }

            cancellation.ThrowIfCancellationRequested();
            _wake.Set();
            Task listening = awaited.ListenAsync(observer, cancellation);
            if (await Task.WhenAny(listening, _loop) == _loop && !_ending)
            {
                await _loop; // a defect of ours: it is told with its trace
            }

            await listening;
            return null;
        }
        catch (OperationCanceledException)
        {
            await _stop.Value;
            throw;
        }
        catch (ResearchException error)
        {
            return error.Message; // its inputs could not be put
        }
    }

    public void Dispose()
    {
        End();
        _wake.Dispose();
    }

    private IEnumerable<Work> WorksOf(Awaited awaited)
    {
        WorkItem[] items = [.. awaited.Job.Items.Select((_, i) => ItemOf(awaited, i))];
        foreach (IGrouping<LedgerJob?, WorkItem> group in items.GroupBy(item => _adoptable.GetValueOrDefault(item.Fingerprint)))
        {
            yield return group.Key is { } left ? Adopted(left, [.. group]) : Fresh(awaited.Job, [.. group]);
        }
    }

    private WorkItem ItemOf(Awaited awaited, int i)
    {
        JobItem item = awaited.Job.Items[i];
        var entry = new JobFileEntry(_shipping.Ship(item), item.Seconds);
        return new WorkItem(item.Target, item.Fingerprint, new AwaitedItem(awaited, i, entry));
    }

    private static Work Adopted(LedgerJob left, IReadOnlyList<WorkItem> items) =>
        new(items, left.Resources)
        {
            Job = left.Job,
            Submission = left.Submission,
            TaskId = left.TaskId,
            Since = left.Submitted,
        };

    private Work Fresh(JobSpec job, IReadOnlyList<WorkItem> items)
    {
        JobItem[] asked = [.. items.Select(item => job.Items[((AwaitedItem)item.Place).Index])];
        return new Work(items, ResourcesAsked.For(asked, _parts.Settings));
    }

    private void Loop()
    {
        while (!_ending)
        {
            TimeSpan pause = _dispatch.Step() - TimeProvider.System.GetUtcNow();
            _wake.WaitOne(pause > TimeSpan.Zero ? pause : TimeSpan.FromMilliseconds(1));
        }
    }

    private void End()
    {
        _ending = true;
        _wake.Set();
        ((IAsyncResult)_loop).AsyncWaitHandle.WaitOne();
    }

    // The jobs of a run that is stopped are not this process's: they go on unless the person says otherwise.
    private void Stop()
    {
        End();
        int left = _dispatch.Open.Count;
        if (left == 0)
        {
            return;
        }

        if (!_parts.Cancels(left))
        {
            _parts.Tell(
                $"{left} jobs are left with {_parts.Scheduler.Name}: the same command takes what they give; 'research status' shows them."
            );
            return;
        }

        try
        {
            _dispatch.CancelAll();
            _parts.Tell($"{left} jobs were cancelled; trainings go on from their last checkpoints.");
        }
        catch (SchedulerException error)
        {
            _parts.Tell($"{error.Message} The jobs may still run; 'research status' shows them.");
        }
    }
}
