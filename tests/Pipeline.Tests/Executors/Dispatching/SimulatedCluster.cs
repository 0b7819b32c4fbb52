using System.Globalization;
using Research.Numerics;
using Research.Pipeline.Executors.Dispatching;
using Research.Pipeline.Executors.Exchange;

namespace Research.Pipeline.Tests.Executors.Dispatching;

/// <summary>A cluster of slots with a clock of its own: jobs take what their items take, and some items end their job. Counts what it is asked.</summary>
/// <param name="slots">Jobs that run at a time.</param>
/// <param name="clock">Its clock.</param>
/// <param name="secondsOf">What an item takes.</param>
/// <param name="kills">Whether an item ends its job, the first time that it runs.</param>
internal sealed class SimulatedCluster(int slots, VirtualClock clock, Func<int, double> secondsOf, Func<int, bool> kills)
    : IScheduler,
        IOutcomes
{
    private readonly Queue<Running> _queue = new();
    private readonly PriorityQueue<Running, DateTimeOffset> _running = new();
    private readonly Dictionary<string, Running> _jobs = [];
    private readonly Dictionary<string, Work> _published = [];
    private readonly HashSet<int> _killed = [];
    private int _names;

    public string Name => "the simulation";

    public int MostJobs => 1000;

    /// <summary>Submissions, questions and cancellations.</summary>
    public int Messages { get; private set; }

    /// <summary>Jobs that a message handed over or asked about, at most.</summary>
    public int LargestArray { get; private set; }

    public int Done { get; private set; }

    public int Failed { get; private set; }

    /// <summary>Seconds that slots were busy with what was done again.</summary>
    public double Wasted { get; private set; }

    /// <summary>What is done, and how often each item was begun.</summary>
    public Dictionary<int, int> Begun { get; } = [];

    public IReadOnlyList<string> Submit(Wave wave)
    {
        Messages++;
        LargestArray = Math.Max(LargestArray, wave.Jobs.Count);
        foreach (string job in wave.Jobs)
        {
            var running = new Running([.. _published[job].Items.Select(item => (int)item.Place)]);
            _jobs[job] = running;
            _queue.Enqueue(running);
        }

        Pass(clock.Now);
        return wave.Jobs;
    }

    public IReadOnlyList<string>? Find(Wave wave) => null;

    public IReadOnlyDictionary<string, TaskState> Poll(IReadOnlyCollection<string> ids)
    {
        Messages++;
        Pass(clock.Now);
        return ids.ToDictionary(id => id, id => _jobs[id].State(clock.Now));
    }

    public void Cancel(IReadOnlyCollection<string> ids) => Messages++;

    public string Publish(Work work)
    {
        string name = (_names++).ToString(CultureInfo.InvariantCulture);
        _published[name] = work;
        return name;
    }

    public string PublishWave(IReadOnlyList<string> jobs) => "wave of a simulation";

    public void Remember(Work work) { }

    public void Forget(Work work) { }

    public Taken Take(Work work)
    {
        Running job = _jobs[work.Job];
        WorkItem[] done = [.. work.Items.Where(item => job.Made.Contains((int)item.Place))];
        lock (_jobs)
        {
            Done += done.Length;
        }

        return new Taken(done, null, "");
    }

    public void Told(Work work) { }

    public void Fail(WorkItem item, string why) => Failed++;

    public string LogOf(Work work) => "";

    // Starts what waits wherever a slot became free.
    private void Pass(DateTimeOffset now)
    {
        DateTimeOffset free = now;
        while (_queue.Count > 0)
        {
            if (_running.Count >= slots)
            {
                if (!_running.TryPeek(out _, out DateTimeOffset ends) || ends > now)
                {
                    return;
                }

                _running.Dequeue();
                free = ends;
            }

            Running next = _queue.Dequeue();
            DateTimeOffset submitted = next.Submitted ??= now;
            Start(next, free > submitted ? free : submitted);
        }
    }

    private void Start(Running job, DateTimeOffset start)
    {
        double seconds = 0;
        foreach (int item in job.Items)
        {
            Begun[item] = Begun.GetValueOrDefault(item) + 1;
            seconds += secondsOf(item);
            if (kills(item) && _killed.Add(item))
            {
                Wasted += secondsOf(item);
                job.IsKilled = true;
                break;
            }

            job.Made.Add(item);
        }

        job.Ends = start + TimeSpan.FromSeconds(seconds);
        _running.Enqueue(job, job.Ends.Value);
    }

    private sealed class Running(IReadOnlyList<int> items)
    {
        public IReadOnlyList<int> Items => items;

        public HashSet<int> Made { get; } = [];

        public bool IsKilled { get; set; }

        public DateTimeOffset? Submitted { get; set; }

        public DateTimeOffset? Ends { get; set; }

        public TaskState State(DateTimeOffset now) =>
            Ends is null ? TaskState.Waiting("waits")
            : Ends > now ? TaskState.Running("runs")
            : IsKilled ? TaskState.Ended(Ending.Node, "its machine failed")
            : TaskState.Ended(Ending.Completed, "completed");
    }
}
