using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>Makes one target from a frozen plan, somewhere.</summary>
public interface IExecutor
{
    /// <param name="target">The target, for an executor that shares our memory.</param>
    /// <param name="frozen">The same, and all it needs, for one that does not.</param>
    /// <param name="grant">How many threads it may use; the number can change while it runs.</param>
    /// <param name="progress">Takes the share that is done.</param>
    /// <returns>How it ended; an error is a report, not an exception.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    Task<WorkerReport> RunAsync(
        Target target,
        FrozenPlan frozen,
        Grant grant,
        Action<double> progress,
        CancellationToken cancellation
    );
}
