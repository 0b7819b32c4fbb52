using Research.Pipeline.Runs;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Tests.Runs;

/// <summary>Makes jobs in this process, notes which, lets targets take the time that a test says, and can die in the middle of a job.</summary>
internal sealed class RecordingExecutor(TargetGraph graph) : IExecutor
{
    private readonly InProcess _inner = new(graph);
    private readonly List<string[]> _jobs = [];

    /// <summary>Seconds that a target is reported to have taken.</summary>
    public Func<string, double> SecondsOf { get; init; } = _ => 0.01;

    /// <summary>The target during whose making the worker dies, the first time.</summary>
    public string? DiesAt { get; init; }

    /// <summary>Targets of each job.</summary>
    public IReadOnlyList<string[]> Jobs => _jobs;

    public async Task<string?> RunAsync(JobSpec job, ThreadBudget budget, IJobObserver observer, CancellationToken cancellation)
    {
        string[] targets = [.. job.Items.Select(item => item.Target)];
        bool first = !_jobs.Any(earlier => earlier.Contains(DiesAt));
        _jobs.Add(targets);
        int death = first ? Array.IndexOf(targets, DiesAt) : -1;
        JobSpec made = death < 0 ? job : job with { Items = [.. job.Items.Take(death)] };
        string? died = await _inner.RunAsync(made, budget, new Clock(job, observer, SecondsOf), cancellation);
        if (death >= 0)
        {
            observer.Started(death);
            return "its worker was killed";
        }

        return died;
    }

    private sealed class Clock(JobSpec job, IJobObserver observer, Func<string, double> seconds) : IJobObserver
    {
        public void Started(int item) => observer.Started(item);

        public void Progress(int item, double share) => observer.Progress(item, share);

        public void Ended(int item, WorkerReport report) =>
            observer.Ended(item, report with { Seconds = seconds(job.Items[item].Target) });
    }
}
