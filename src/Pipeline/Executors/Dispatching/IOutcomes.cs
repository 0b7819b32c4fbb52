namespace Research.Pipeline.Executors.Dispatching;

/// <summary>The other side of a dispatch: where jobs are written, and where what came of them is found.</summary>
internal interface IOutcomes
{
    /// <summary>Writes the job of an attempt for the items that are left.</summary>
    /// <returns>Its name.</returns>
    string Publish(Work work);

    /// <summary>Writes the list of a wave's jobs.</summary>
    /// <returns>Its name.</returns>
    string PublishWave(IReadOnlyList<string> jobs);

    /// <summary>A job is with the scheduler: a later run can find it.</summary>
    void Remember(Work work);

    /// <summary>Nothing of a job is awaited any longer.</summary>
    void Forget(Work work);

    /// <summary>Takes the items that have a record and whole outputs, and tells whoever waits.</summary>
    Taken Take(Work work);

    /// <summary>A job waits or runs, as the scheduler says.</summary>
    void Told(Work work);

    /// <summary>An item failed for good.</summary>
    void Fail(WorkItem item, string why);

    /// <summary>Last lines of what the job's worker told; empty where nothing is known.</summary>
    string LogOf(Work work);
}

/// <summary>What was found of a job's items.</summary>
/// <param name="Done">Ended: well, or by their own fault.</param>
/// <param name="Ending">What the machine's troubles count as, where a record tells of such; null for none.</param>
/// <param name="Why">In words.</param>
internal sealed record Taken(IReadOnlyCollection<WorkItem> Done, Ending? Ending, string Why)
{
    /// <summary>Why it cannot be told what there is; null where it can.</summary>
    public string? Unreadable { get; init; }
}
