using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>Makes targets in this process: for tests, and for graphs too small to be worth a process each.</summary>
public sealed class InProcess : IExecutor
{
    public Task<WorkerReport> RunAsync(
        Target target,
        FrozenPlan frozen,
        Grant grant,
        Action<double> progress,
        CancellationToken cancellation
    ) =>
        Task.Run(
            () =>
            {
                try
                {
                    target.Make(WorkerBench.Of(frozen, progress, cancellation));
                    return new WorkerReport(null, false, 0);
                }
                catch (Exception error) when (error is not OperationCanceledException)
                {
                    return new WorkerReport(error.Message, error is Data.DataUnavailableException, 0);
                }
            },
            cancellation
        );
}
