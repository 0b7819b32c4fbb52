using System.Diagnostics;
using Research.Data;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>Makes targets in this process: for tests, and for graphs too small to be worth a process each.</summary>
/// <param name="graph">Where the targets are.</param>
public sealed class InProcess(TargetGraph graph) : IExecutor
{
    public Task<string?> RunAsync(JobSpec job, ThreadBudget budget, IJobObserver observer, CancellationToken cancellation) =>
        Task.Run(
            () =>
            {
                for (int i = 0; i < job.Items.Count; i++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    observer.Started(i);
                    observer.Ended(i, Make(job, i, observer, cancellation));
                }

                return (string?)null;
            },
            cancellation
        );

    private WorkerReport Make(JobSpec job, int i, IJobObserver observer, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            graph[job.Items[i].Target].Make(WorkerJob.Of(job, job.Items[i], share => observer.Progress(i, share), cancellation));
            return new WorkerReport(null, false, clock.Elapsed.TotalSeconds, 0, job.Device);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            string why = WriteFailure.Of(error, job.Cache, null) ?? error.Message;
            return new WorkerReport(why, error is DataUnavailableException, clock.Elapsed.TotalSeconds, 0, job.Device);
        }
    }
}
