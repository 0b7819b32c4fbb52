namespace Research.Pipeline.Runs;

/// <summary>Makes the targets of a job, somewhere.</summary>
public interface IExecutor
{
    /// <summary>Makes the job's items in their order. An item's failure stops no other; an item without a report when the job ends was not finished.</summary>
    /// <param name="job">All that is needed.</param>
    /// <param name="budget">Threads that it may use; the number can change while it runs.</param>
    /// <param name="observer">Hears of each item; calls come one after the other.</param>
    /// <returns>Why the job ended before its last item; null where it did not.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    Task<string?> RunAsync(JobSpec job, ThreadBudget budget, IJobObserver observer, CancellationToken cancellation);
}

/// <summary>Receives how a job goes, item by item.</summary>
public interface IJobObserver
{
    /// <summary>An item has begun.</summary>
    void Started(int item);

    /// <param name="share">Done of that item, 0 to 1.</param>
    void Progress(int item, double share);

    /// <summary>An item has ended: its report and outputs are there. The next begins meanwhile.</summary>
    void Ended(int item, WorkerReport report);
}
